import { expect, it } from 'vitest';
import { normaliseBase } from '../../../src/site/paths.ts';

it.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['sub', '/sub/'],
  ['/sub', '/sub/'],
  ['/a//b/', '/a/b/'],
])('normaliseBase(%j) is %s', (base, expected) => {
  expect(normaliseBase(base)).toBe(expected);
});
