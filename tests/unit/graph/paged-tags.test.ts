import { expect, test } from 'vitest';
import { pagedTags } from '../../../src/graph/paged-tags.ts';
import { noteOf } from './note-of.ts';

const paged = (tags: readonly string[]): readonly [count: number, leftOut: string | undefined] => {
  const found = pagedTags(noteOf('Note.md', tags.map((tag) => `#${tag}`).join('\n\n')));
  return [found.tags.length, found.leftOut?.name];
};
const numbered = (count: number, name: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => name(index));

test.each([
  ['a few', ['a', 'b/c'], [2, undefined]],
  ['just a thousand', numbered(1_000, (index) => `t${index.toString()}`), [1_000, undefined]],
  ['one more, and one again', [...numbered(1_001, (index) => `t${index.toString()}`), 'T5'], [1_001, 't1000']],
  ['levels of their own', numbered(600, (index) => `t${index.toString()}/x`), [500, 't500/x']],
  ['a level that they share', numbered(999, (index) => `t/x${index.toString()}`), [999, undefined]],
] as const)('%s', (_, tags, expected) => {
  expect(paged(tags)).toEqual(expected);
});
