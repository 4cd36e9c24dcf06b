import { describe, expect, test } from 'vitest';
import { nextDirection, orderBy, rowCountText, sortKey } from '../../../src/site/client/table-order.ts';

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

describe('nextDirection', () => {
  test.each([
    [null, false, 'ascending'],
    ['ascending', false, 'descending'],
    ['descending', false, 'ascending'],
    [null, true, 'descending'],
    ['descending', true, 'ascending'],
    ['ascending', true, 'descending'],
  ])('after %j, of a column that descends %j: %s', (current, descends, direction) => {
    expect(nextDirection(current, descends)).toBe(direction);
  });
});

describe('orderBy', () => {
  test.each([
    { name: 'numbers by size', keys: [10, 9, 100], direction: 'ascending', order: [1, 0, 2] },
    { name: 'numbers down', keys: [10, 9, 100], direction: 'descending', order: [2, 0, 1] },
    { name: 'letters regardless of case', keys: ['b', 'A', 'C'], direction: 'ascending', order: [1, 0, 2] },
    { name: 'numbers in texts by size', keys: ['T2', 'T10', 'T1'], direction: 'ascending', order: [2, 0, 1] },
    { name: 'empty ones last', keys: ['', 'a', ''], direction: 'ascending', order: [1, 0, 2] },
    { name: 'empty ones last, down too', keys: ['', 'a', 'b'], direction: 'descending', order: [2, 1, 0] },
    { name: 'equal ones as they stood', keys: [1, 1, 0], direction: 'descending', order: [0, 1, 2] },
  ] as const)('$name', ({ keys, direction, order }) => {
    expect(orderBy(keys, direction)).toEqual(order);
  });
});

test.each([
  [126, 126, '126 rows'],
  [0, 126, '0 of 126 rows'],
  [1200, 3404, '1,200 of 3,404 rows'],
])('%i rows shown of %i are counted as %j', (shown, all, words) => {
  expect(rowCountText(shown, all)).toBe(words);
});
