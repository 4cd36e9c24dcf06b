import { expect, test } from 'vitest';
import { facets as renderedFacets } from '../../../src/render/index.ts';
import { readSearch } from '../../../src/site/client/search/address.ts';
import { facets, orderedValues, toFilters } from '../../../src/site/client/search/facets.ts';
import { statusText } from '../../../src/site/client/search/status.ts';

test('the facets are those that pages carry, in their order', () => {
  expect(facets).toEqual(renderedFacets);
});

test.each([
  ['level', { low: 9, critical: 1, high: 5 }, ['critical', 'high', 'low']],
  ['level', { high: 1, odd: 7 }, ['high', 'odd']],
  ['tag', { b: 2, a: 2, c: 5 }, ['c', 'a', 'b']],
] as const)('values of %s %j', (facet, counts, expected) => {
  expect(orderedValues(facet, counts)).toEqual(expected);
});

test('values add within a facet, facets narrow each other', () => {
  const { chosen } = readSearch('?level=high&level=low&kind=rule');
  expect(toFilters(chosen)).toEqual({ kind: { any: ['rule'] }, level: { any: ['high', 'low'] } });
  expect(toFilters(chosen, 'level')).toEqual({ kind: { any: ['rule'] } });
});

test.each([
  [{ count: 0, hasNear: false }, '?q=x', 'No page for “x”'],
  [{ count: 1, hasNear: false }, '?q=x', '1 page for “x”'],
  [{ count: 1204, hasNear: false }, '?kind=rule&level=high', '1,204 pages, narrowed by Detection rule, high'],
  [{ count: 0, hasNear: true }, '?q=poershell', 'No page for “poershell”; these come near'],
])('%j of %s', (shown, query, text) => {
  expect(statusText(shown, readSearch(query))).toBe(text);
});
