import { expect, test } from 'vitest';
import { createExclusion } from '../../../src/vault/exclude.ts';

test.each([
  ['Private', 'Private', true],
  ['Private/', 'Private', true],
  ['./Private', 'Private', true],
  ['/Private/**', 'Private', true],
  ['Private', 'private', false],
  ['Private', 'Team/Private', false],
  ['**/Private', 'Team/Private', true],
  ['**/Private', 'Private', true],
  ['*.draft.md', 'a.draft.md', true],
  ['*.draft.md', 'Team/a.draft.md', false],
  ['**/*.draft.md', 'Team/a.draft.md', true],
  ['Team/{a,b}/*.md', 'Team/b/x.md', true],
  ['caf\u00e9', 'cafe\u0301', true],
  ['', 'anything', false],
  ['!Team', 'Other', false],
])('%j on %j is %j', (glob, path, expected) => {
  expect(createExclusion([glob])(path)).toBe(expected);
});
