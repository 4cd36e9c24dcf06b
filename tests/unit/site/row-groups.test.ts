import { expect, test } from 'vitest';
import type { Cell } from '../../../src/render/index.ts';
import { rowGroups, wideClasses, type Columns } from '../../../src/site/row-groups.ts';

const COLUMNS: Columns = { widths: ['1fr', 8], place: 'list' };

function groupsOf(count: number, text: string): readonly (readonly (readonly Cell[])[])[] {
  const rows = Array.from({ length: count }, () => [{ text }, { text: '1' }]);
  return rowGroups({ columns: [{ label: 'Rule' }, { label: 'Tests' }], rows }, COLUMNS);
}

/** The sizes of the groups of so many rows with such a first cell, beside one of eight characters. */
function sizes(count: number, text: string): readonly number[] {
  return groupsOf(count, text).map((group) => group.length);
}

// A table of a column of 5.5 rem and what it leaves of 20 rem: 26 characters.
test.each([
  { name: 'of one line', text: 'x'.repeat(26), groups: [47, 47, 26] },
  {
    name: 'of two lines, broken between words',
    text: `${'x'.repeat(21)} ${'y'.repeat(10)}`,
    groups: [29, 29, 29, 29, 4],
  },
  { name: 'of two lines, broken in a word', text: 'x'.repeat(27), groups: [29, 29, 29, 29, 4] },
  { name: 'of three lines', text: `a ${'x'.repeat(27)}`, groups: [21, 21, 21, 21, 21, 15] },
])('rows $name fill groups of equal height', ({ text, groups }) => {
  expect(sizes(120, text)).toEqual(groups);
});

test('a row higher than a group stands in one by itself', () => {
  expect(sizes(2, 'x'.repeat(26 * 100))).toEqual([1, 1]);
});

test('no rows are no groups', () => {
  expect(sizes(0, '')).toEqual([]);
});

test('groups are taken for lower where wide screens need fewer lines for their texts', () => {
  expect(wideClasses(groupsOf(120, 'x'.repeat(27)), COLUMNS)).toEqual(['wide-60', 'widest-60']);
  expect(wideClasses(groupsOf(120, 'x'.repeat(26)), COLUMNS)).toEqual([]);
});
