import { describe, expect, test } from 'vitest';
import { filterWords, matchesWords, orderBy, sortKey } from '../../../src/site/client/table-order.ts';

describe('sortKey', () => {
  test.each([
    ['1,204', null, 1204],
    [' 7 ', null, 7],
    ['1.5', null, 1.5],
    ['T1003.001', null, 'T1003.001'],
    ['2,3 of them', null, '2,3 of them'],
    ['high', '4', 4],
    ['', null, ''],
  ])('%j with data-sort %j', (text, dataSort, key) => {
    expect(sortKey(text, dataSort)).toBe(key);
  });
});

describe('orderBy', () => {
  test.each([
    ['numbers by size', [10, 9, 100], 'ascending', [1, 0, 2]],
    ['numbers down', [10, 9, 100], 'descending', [2, 0, 1]],
    ['letters regardless of case', ['b', 'A', 'C'], 'ascending', [1, 0, 2]],
    ['numbers in texts by size', ['T2', 'T10', 'T1'], 'ascending', [2, 0, 1]],
    ['empty ones last', ['', 'a', ''], 'ascending', [1, 0, 2]],
    ['empty ones last, down too', ['', 'a', 'b'], 'descending', [2, 1, 0]],
    ['equal ones as they stood', [1, 1, 0], 'descending', [0, 1, 2]],
  ] as const)('%s', (_, keys, direction, order) => {
    expect(orderBy(keys, direction)).toEqual(order);
  });
});

test.each([
  ['suspicious office macro', 'Macro  OFFICE', true],
  ['suspicious office macro', 'macro excel', false],
  ['anything', '', true],
])('%j filtered by %j', (text, filter, expected) => {
  expect(matchesWords(text, filterWords(filter))).toBe(expected);
});
