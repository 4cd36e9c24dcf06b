import { expect, test } from 'vitest';
import type { Cell } from '../../../src/render/index.ts';
import { columnWidths, longTableClasses, roomsOf, sortValue } from '../../../src/site/table-cells.ts';

test.each([
  [{ text: 'high', level: 'high' }, 1],
  [{ text: 'odd', level: 'odd' }, undefined],
  [{ text: 'high', level: 'high', sort: 7 }, 7],
  [{ text: 'x' }, undefined],
])('%j sorts by %s', (cell, value) => {
  expect(sortValue(cell)).toBe(value);
});

const cells = (...lengths: readonly number[]): readonly Cell[] =>
  lengths.map((length) => ({ text: 'x'.repeat(length) }));

test.each<{
  name: string;
  labels: readonly string[];
  row: readonly Cell[];
  others?: readonly Cell[];
  widths: readonly unknown[];
}>([
  {
    name: 'short ones by their texts, the widest takes the rest',
    labels: ['Rule', 'Level', 'Status', 'Log source'],
    row: [...cells(19, 8), { text: 'critical', level: 'critical' }, ...cells(14)],
    widths: ['1fr', 8, 10, 14],
  },
  {
    name: 'a label needs its room and that of its mark',
    labels: ['Rule', 'Techniques', 'A', 'B'],
    row: cells(20, 1, 1, 1),
    widths: ['1fr', 12, 8, 8],
  },
  {
    name: 'what is wider than any width takes shares by its length',
    labels: ['A', 'B', 'C', 'D', 'E'],
    row: cells(80, 60, 40, 21, 20),
    widths: ['3fr', '3fr', '2fr', '2fr', 20],
  },
  {
    name: 'few columns have narrow ones alone',
    labels: ['A', 'B', 'C'],
    row: cells(30, 12, 9),
    widths: ['2fr', '1fr', 10],
  },
  {
    name: 'a text among many short ones breaks into three lines, and not in a word',
    labels: ['A', 'B', 'C', 'D'],
    row: [...cells(90, 48), { text: `a ${'x'.repeat(13)}` }, ...cells(6)],
    others: cells(60, 6, 6, 6),
    widths: ['3fr', 16, 14, 8],
  },
  {
    name: 'one long text takes no share from many short ones',
    labels: ['A', 'B', 'C', 'D'],
    row: cells(90, 900, 6, 6),
    others: cells(60, 6, 6, 6),
    widths: ['3fr', 20, 8, 8],
  },
  { name: 'one column', labels: ['A'], row: cells(1), widths: ['1fr'] },
])('widths of columns: $name', ({ labels, row, others, widths }) => {
  const rows = [row, ...(others === undefined ? [] : Array.from({ length: 99 }, () => others))];
  expect(columnWidths({ columns: labels.map((label) => ({ label })), rows })).toEqual(widths);
});

test.each([
  [['1fr', 8], 'list', 'long least-20 c1-1fr c2-8'],
  [['2fr', 8, 12, 10, 20], 'list', 'long least-40 c1-2fr c2-8 c3-12 c4-10 c5-20'],
  [['3fr', '3fr', '3fr', 8], 'list', 'long least-48 c1-3fr c2-3fr c3-3fr c4-8'],
  [['3fr', '3fr', '3fr', '3fr'], 'article', 'long least-48 c1-3fr c2-3fr c3-3fr c4-3fr'],
  [['3fr', '3fr', '3fr', '3fr', '3fr', 8], 'list', 'long least-68 c1-3fr c2-3fr c3-3fr c4-3fr c5-3fr c6-8'],
] as const)('columns of %j in an %s are drawn by %s', (widths, place, classes) => {
  expect(longTableClasses(widths, place).join(' ')).toBe(classes);
});

// A letter is taken to be half a rem, and 1.4 rem stay free between columns.
test.each([
  [['1fr', 8], 0, [26, 8]],
  [['1fr', 8], 34, [54, 8]],
  [['2fr', '1fr', 8, 8], 0, [22, 9, 8, 8]],
  [['2fr', '1fr', 8, 8], 20, [22, 9, 8, 8]],
] as const)('columns of %j in %i rem have room for so many letters', (widths, width, rooms) => {
  expect(roomsOf(widths, 'article', width)).toEqual(rooms);
});
