import { expect, test } from 'vitest';
import { createNameFinder } from '../../../src/pipeline/name-finder.ts';

test.each([
  ['[[zebra]]', true],
  ['[[zebra crossing]]', true],
  ['"file":"plans/zebra.md"', true],
  ['file.name == "zebra"', true],
  ['"the zebra.md"', true],
  ['[[zeb]]', false],
  ['a zebra, zebra.md and [zebra]', false],
  ['.md"', false],
  ['', false],
  ['[[', false],
])('tells whether %s names a note', (text, holds) => {
  expect(createNameFinder(['zebra', 'okapi', 'zebu'])(text)).toBe(holds);
  expect(createNameFinder([])(text)).toBe(false);
});
