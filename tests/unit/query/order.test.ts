import { expect, test } from 'vitest';
import { compareNotes } from '../../../src/query/index.ts';
import { notesOf } from './notes.ts';

const rows: readonly { rule: string; sorted: readonly string[] }[] = [
  { rule: 'A10.1 numbers by value', sorted: ['T9.md', 'T10.md', 'T10.2.md', 'T10.10.md'] },
  { rule: 'A10.1 regardless of case', sorted: ['apple.md', 'Banana.md', 'cherry.md'] },
  { rule: 'A10.1 by name, not by folder', sorted: ['z/a.md', 'a/b.md'] },
  { rule: 'A10.1 ties by path, capitals first', sorted: ['A/x.md', 'X.md', 'a/x.md', 'x.md'] },
];

test.each(rows)('$rule', ({ sorted }) => {
  const notes = notesOf(Object.fromEntries(sorted.toReversed().map((path) => [path, ''])));
  expect([...notes].sort(compareNotes).map(({ file }) => file.path)).toEqual(sorted);
});
