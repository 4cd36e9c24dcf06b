import { expect, test } from 'vitest';
import { filterWords, matchesWords } from '../../../src/site/client/filter-words.ts';

test.each([
  ['suspicious office macro', 'Macro  OFFICE', true],
  ['suspicious office macro', 'macro excel', false],
  ['anything', '', true],
])('%j filtered by %j', (text, filter, expected) => {
  expect(matchesWords(text, filterWords(filter))).toBe(expected);
});
