import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOrder, withValues, writeOrder } from '../../../src/site/client/lists/list-address.ts';
import type { Order } from '../../../src/site/client/lists/list-address.ts';

const labels = ['Rule', 'Level', 'Log source', 'Changed'];

describe('the order of a list', () => {
  test.each<[readonly string[], Order]>([
    [[], []],
    [['level'], [{ column: 1, direction: 'ascending' }]],
    [['-changed'], [{ column: 3, direction: 'descending' }]],
    [[' LOG Source '], [{ column: 2, direction: 'ascending' }]],
    [
      ['-level', 'rule'],
      [
        { column: 1, direction: 'descending' },
        { column: 0, direction: 'ascending' },
      ],
    ],
    // Of one head the first word counts, and what names none is left out.
    [['level', '-level', 'level'], [{ column: 1, direction: 'ascending' }]],
    [['', '-', '1', '--level', 'levels', '-rule'], [{ column: 0, direction: 'descending' }]],
  ])('%j', (words, order) => {
    expect(readOrder(words, labels)).toEqual(order);
  });

  test('is written so that it is read again', () => {
    const heads = fc.uniqueArray(fc.nat({ max: labels.length - 1 }));
    const orders = heads.chain((columns) =>
      fc.tuple(
        ...columns.map((column) =>
          fc.constantFrom('ascending', 'descending').map((direction) => ({ column, direction }) as const),
        ),
      ),
    );
    fc.assert(
      fc.property(orders, (order) => {
        expect(readOrder(writeOrder(order, labels), labels)).toEqual(order);
      }),
    );
    expect(writeOrder(readOrder(['LEVEL', '-Log Source'], labels), labels)).toEqual(['level', '-log source']);
  });
});

test.each<[string, string, readonly string[], string]>([
  ['', 'rules', ['windows'], '?rules=windows'],
  ['', 'rules', [], ''],
  ['?rules=windows', 'rules', [], ''],
  ['?rules=windows', 'rules', ['c:\\ & 50%'], '?rules=c%3A%5C+%26+50%25'],
  ['', 'rules-sort', ['-log source', 'rule'], '?rules-sort=-log+source&rules-sort=rule'],
  ['?rules-sort=level&rules-sort=rule', 'rules-sort', ['-level'], '?rules-sort=-level'],
  // What else stands in an address stays.
  ['?tactic=discovery&rules=a&x=1&x=2', 'rules', ['b'], '?tactic=discovery&x=1&x=2&rules=b'],
  ['?rules=a&rules-sort=nonsense', 'rules', [], '?rules-sort=nonsense'],
])('%j with %s %j', (query, name, values, expected) => {
  expect(withValues(query, name, values)).toBe(expected);
});
