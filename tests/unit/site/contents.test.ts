import { expect, test } from 'vitest';
import { nestContents, sectionContents } from '../../../src/site/contents.ts';
import { sortValue } from '../../../src/site/table-cells.ts';
import { countOf, countedNoun } from '../../../src/site/words.ts';

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
