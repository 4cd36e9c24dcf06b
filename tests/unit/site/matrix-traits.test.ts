import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTraits, writeTraits } from '../../../src/site/matrix-traits.ts';

const places = fc.array(fc.nat(40));
const stated = fc.option(fc.nat(6), { nil: undefined });
const rules = fc.array(fc.record({ level: stated, status: stated, count: fc.integer({ min: 1, max: 900 }) }));

test('traits are short', () => {
  const rule = { level: 0, status: 1, count: 1 };
  const traits = { platforms: [0, 3], dataSources: [], rules: [rule, { level: 2, status: undefined, count: 12 }] };
  expect(writeTraits(traits)).toBe('0 3||0.1 2.-x12');
});

test('traits are read as they were written', () => {
  fc.assert(
    fc.property(fc.record({ platforms: places, dataSources: places, rules }), (traits) => {
      expect(readTraits(writeTraits(traits))).toEqual(traits);
    }),
  );
});
