import { expect, test } from 'vitest';
import type { Fact } from '../../../src/render/index.ts';
import { briefOf } from '../../../src/site/brief-facts.ts';

const fact = (label: string, texts: readonly string[], isBrief: boolean): Fact => ({
  label,
  values: texts.map((text) => ({ text })),
  ...(isBrief && { isBrief }),
});

test.each<[string, readonly Fact[], string]>([
  ['one value of each', [fact('Status', ['test'], true), fact('Level', ['high'], true)], 'test · high'],
  ['only those that are told', [fact('ID', ['T1003'], false), fact('Tactics', ['Impact'], true)], 'Impact'],
  ['three values', [fact('Platforms', ['Windows', 'Linux', 'macOS'], true)], 'Windows, Linux, macOS'],
  ['more values', [fact('Platforms', ['Windows', 'Linux', 'macOS', 'IaaS', 'SaaS'], true)], 'Windows, Linux, macOS +2'],
  ['none', [fact('Tags', ['draft'], false)], ''],
])('facts in one line: %s', (_, facts, expected) => {
  expect(briefOf(facts)).toBe(expected);
});
