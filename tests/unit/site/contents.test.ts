import { expect, test } from 'vitest';
import { nestContents, sectionContents } from '../../../src/site/contents.ts';
import { columnWidths, longTableClasses, sortValue } from '../../../src/site/table-cells.ts';
import { countOf, countedNoun, lineParts } from '../../../src/site/words.ts';

const entry = (text: string, depth: number): { id: string; text: string; depth: number } => ({ id: text, text, depth });

test.each([
  ['flat', [entry('a', 2), entry('b', 2)], ['a', 'b']],
  ['nested', [entry('a', 2), entry('b', 3), entry('c', 3), entry('d', 2)], ['a: b c', 'd']],
  ['deep first', [entry('a', 3), entry('b', 2), entry('c', 3)], ['a', 'b: c']],
  ['nothing', [], []],
])('contents: %s', (_, entries, expected) => {
  const lines = nestContents(entries).map(({ entry: { text }, below }) =>
    below.length === 0 ? text : `${text}: ${below.map((child) => child.text).join(' ')}`,
  );
  expect(lines).toEqual(expected);
});

test('sections of a page enter its contents with their numbers of rows', () => {
  const table = { columns: [{ label: 'Rule' }], rows: Array.from({ length: 1204 }, () => [{ text: 'x' }]) };
  expect(sectionContents([{ id: 'rules', title: 'Rules', table, emptyText: '' }])).toEqual([
    { id: 'rules', text: 'Rules', depth: 2, detail: '1,204' },
  ]);
});

test.each([
  [{ text: 'high', level: 'high' }, 4],
  [{ text: 'odd', level: 'odd' }, undefined],
  [{ text: 'high', level: 'high', sort: 1 }, 1],
  [{ text: 'x' }, undefined],
])('%j sorts by %s', (cell, value) => {
  expect(sortValue(cell)).toBe(value);
});

test.each([
  [0, '0 rules'],
  [1, '1 rule'],
  [2822, '2,822 rules'],
])('%i in words', (count, words) => {
  expect(countOf(count, 'rule')).toBe(words);
  expect(countedNoun(count, 'rule')).toBe(words.split(' ')[1]);
});

test.each([
  {
    name: 'short ones by their texts, the widest takes the rest',
    labels: ['Rule', 'Level'],
    texts: ['x'.repeat(20), 'critical'],
    widths: ['rest', 8],
  },
  {
    name: 'a label needs its room and that of its mark',
    labels: ['Rule', 'Techniques'],
    texts: ['x'.repeat(20), '1'],
    widths: ['rest', 12],
  },
  {
    name: 'wider than any width',
    labels: ['A', 'B'],
    texts: ['x'.repeat(50), 'x'.repeat(40)],
    widths: ['rest', 'rest'],
  },
  { name: 'one column', labels: ['A'], texts: ['x'], widths: ['rest'] },
])('widths of columns: $name', ({ labels, texts, widths }) => {
  const table = { columns: labels.map((label) => ({ label })), rows: [texts.map((text) => ({ text }))] };
  expect(columnWidths(table)).toEqual(widths);
});

test.each([
  [['rest', 8], 'long least-30 c1-rest c2-8'],
  [['rest', 8, 12, 26, 20], 'long least-60 c1-rest c2-8 c3-12 c4-26 c5-20'],
  [['rest', 'rest', 'rest', 'rest', 'rest'], 'long least-80 c1-rest c2-rest c3-rest c4-rest c5-rest'],
] as const)('columns of %j are drawn by %s', (widths, classes) => {
  expect(longTableClasses(widths).join(' ')).toBe(classes);
});

test.each([
  ['attack.mitre.org', 'attack|.mitre|.org'],
  ['https://example.org/a_b-c.html', 'https:/|/|example|.org/|a_|b-|c|.html'],
  ['Rundll32', 'Rundll32'],
  ['and so on ...', 'and so on ...'],
  ['', ''],
])('breaks the line of %j between %j', (text, parts) => {
  expect(lineParts(text).join('|')).toBe(parts);
});
