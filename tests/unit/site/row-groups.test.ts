import { expect, test } from 'vitest';
import { rowGroups } from '../../../src/site/row-groups.ts';

/** The sizes of the groups of so many rows with such a first cell, beside one of eight characters. */
function sizes(count: number, text: string): readonly number[] {
  const rows = Array.from({ length: count }, () => [{ text }, { text: '1' }]);
  const table = { columns: [{ label: 'Rule' }, { label: 'Tests' }], rows };
  return rowGroups(table, ['rest', 8]).map((group) => group.length);
}

// A table of a column of 6 rem and what it leaves of 30 rem: 46 characters.
test.each([
  { name: 'of one line', text: 'x'.repeat(46), groups: [48, 48, 24] },
  { name: 'of two lines, broken between words', text: `${'x'.repeat(40)} ${'y'.repeat(10)}`, groups: [30, 30, 30, 30] },
  { name: 'of two lines, broken in a word', text: 'x'.repeat(47), groups: [30, 30, 30, 30] },
  { name: 'of three lines', text: `a ${'x'.repeat(47)}`, groups: [21, 21, 21, 21, 21, 15] },
])('rows $name fill groups of equal height', ({ text, groups }) => {
  expect(sizes(120, text)).toEqual(groups);
});

test('a row higher than a group stands in one by itself', () => {
  expect(sizes(2, 'x'.repeat(46 * 100))).toEqual([1, 1]);
});

test('no rows are no groups', () => {
  expect(sizes(0, '')).toEqual([]);
});
