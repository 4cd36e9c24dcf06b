import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatrixTraits } from '../../../src/render/index.ts';
import { readTraits, writeTraits } from '../../../src/site/matrix-traits.ts';

const places = fc.uniqueArray(fc.nat(200));
const stated = fc.option(fc.nat(6), { nil: undefined });
const count = fc.integer({ min: 1, max: 900 });
const traitsOf = (platforms: number[]): fc.Arbitrary<MatrixTraits> => {
  const among = fc.subarray(platforms);
  return fc.record({
    platforms: fc.constant(platforms),
    dataSources: places,
    rules: fc.array(fc.record({ level: stated, status: stated, count, platforms: among })),
    tests: fc.array(fc.record({ count, platforms: among })),
  });
};

test('traits are short', () => {
  const all = [0, 3];
  const rules = [
    { level: 0, status: 1, count: 1, platforms: all },
    { level: 2, status: undefined, count: 12, platforms: [3] },
  ];
  const tests = [
    { count: 2, platforms: [0] },
    { count: 1, platforms: all },
  ];
  expect(writeTraits({ platforms: all, dataSources: [], rules, tests })).toBe('0 3||0.1.1 2.-.12.3|2.0 1');
});

test('traits are read as they were written', () => {
  fc.assert(
    fc.property(places.chain(traitsOf), (traits) => {
      expect(readTraits(writeTraits(traits))).toEqual(traits);
    }),
  );
});
