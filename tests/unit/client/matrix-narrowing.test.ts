import { describe, expect, it } from 'vitest';
import type { MatrixFacet, MatrixTraits } from '../../../src/render/index.ts';
import { countNames, narrow } from '../../../src/site/client/matrix/narrowing.ts';
import type { MatrixChoices } from '../../../src/site/client/matrix/narrowing.ts';

const traits: MatrixTraits = {
  platforms: [0, 2],
  dataSources: [1],
  rules: [
    { level: 0, status: 1, count: 3, platforms: [0, 2] },
    { level: 2, status: 0, count: 1, platforms: [0] },
    { level: undefined, status: 0, count: 2, platforms: [2] },
  ],
  tests: [
    { count: 5, platforms: [0] },
    { count: 1, platforms: [0, 2] },
  ],
};
const bare: MatrixTraits = { platforms: [0], dataSources: [], rules: [], tests: [] };

function choose(chosen: Partial<Record<MatrixFacet, readonly number[]>>): MatrixChoices {
  // The keys are facets, as the parameter's type says.
  return new Map(Object.entries(chosen).map(([facet, places]) => [facet as MatrixFacet, new Set(places)]));
}

describe('a technique', () => {
  it.each([
    ['nothing', {}, true, 6, 6],
    ['a platform of it', { platform: [2] }, true, 5, 1],
    ['two platforms of it', { platform: [0, 2] }, true, 6, 6],
    ['one platform of it and another', { platform: [1, 2] }, true, 5, 1],
    ['another platform', { platform: [1] }, false, 0, 0],
    ['a platform of it and another data source', { platform: [0], 'data-source': [0] }, false, 4, 6],
    ['both of it', { platform: [0], 'data-source': [1] }, true, 4, 6],
    ['a level of its rules', { level: [0] }, true, 3, 6],
    ['two levels of its rules', { level: [0, 2] }, true, 4, 6],
    ['a status of its rules', { status: [0] }, true, 3, 6],
    ['a level and a status that no rule has together', { level: [0], status: [0] }, false, 0, 6],
    ['a level and a status of one rule', { level: [2], status: [0] }, true, 1, 6],
    ['a level and another platform', { platform: [1], level: [0] }, false, 0, 0],
    ['a level that its rules have on another platform', { platform: [2], level: [2] }, false, 0, 1],
  ] as const)('is asked for %s', (_name, chosen, isMatch, rules, tests) => {
    expect(narrow(traits, choose(chosen))).toEqual({ isMatch, rules, tests });
  });

  it('without rules has no level', () => {
    expect(narrow(bare, choose({ level: [0] })).isMatch).toBe(false);
    expect(narrow(bare, choose({ platform: [0] })).isMatch).toBe(true);
  });
});

describe('the counts of a facet', () => {
  it.each([
    ['platform', {}, { 0: 2, 2: 1 }],
    ['platform', { platform: [2] }, { 0: 2, 2: 1 }],
    ['platform', { level: [0] }, { 0: 1, 2: 1 }],
    ['platform', { level: [2] }, { 0: 1 }],
    ['level', {}, { 0: 1, 2: 1 }],
    ['level', { platform: [2] }, { 0: 1 }],
    ['level', { status: [0] }, { 2: 1 }],
    ['status', { level: [2] }, { 0: 1 }],
    ['data-source', { platform: [1] }, {}],
  ] as const)('%s under %j are %j', (facet, chosen, expected) => {
    expect(Object.fromEntries(countNames(facet, [traits, bare], choose(chosen)))).toEqual(expected);
  });
});
