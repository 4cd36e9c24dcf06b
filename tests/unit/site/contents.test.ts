import { expect, test } from 'vitest';
import { linkContents, nestContents, sectionContents } from '../../../src/site/contents.ts';
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
  expect(sectionContents([{ id: 'sums', title: 'Sums', table, emptyText: '', uncounted: true }])).toEqual([
    { id: 'sums', text: 'Sums', depth: 2 },
  ]);
});

test('sections of links enter the contents with their numbers, but for those that do not stand on the page', () => {
  const links = Array.from({ length: 1204 }, () => ({ text: 'x', href: '/x/' }));
  expect(
    linkContents([
      { id: 'listedIn', title: 'Listed in', links: [] },
      { id: 'linkedFrom', title: 'Linked from', links },
    ]),
  ).toEqual([{ id: 'linkedFrom', text: 'Linked from', depth: 2, detail: '1,204' }]);
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
  ['attack.mitre.org', 'attack|.mitre|.org'],
  ['https://example.org/a_b-c.html', 'https:/|/|example|.org/|a_|b-|c|.html'],
  ['Rundll32', 'Rundll32'],
  ['and so on ...', 'and so on ...'],
  ['', ''],
])('breaks the line of %j between %j', (text, parts) => {
  expect(lineParts(text).join('|')).toBe(parts);
});
