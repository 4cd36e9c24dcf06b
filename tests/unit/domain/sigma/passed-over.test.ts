import { expect, test } from 'vitest';
import { passedOverRules, readSigmaRule } from '../../../../src/domain/index.ts';

const A =
  'title: A\nname: rule_a\nid: 5b1c7f0e-3a56-4c3e-9d0b-6f1f2a7c8e41\nlogsource: {product: windows}\ndetection: {x: 1}\n';
const B = 'title: B\nname: rule_b\nlogsource: {product: linux}\ndetection: {x: 1}\nlevel: high\n';
const correlationOf = (...rules: string[]) => `title: C\ncorrelation: {type: temporal, rules: [${rules.join(', ')}]}\n`;
const filterOf = (rules: string) => `title: F\nlogsource: {}\nfilter: {rules: ${rules}, x: 1, condition: x}\n`;
const documents = (...texts: string[]) => texts.join('---\n');

test.each<[name: string, texts: string[], others: string[]]>([
  ['no text', [], []],
  ['one rule', [A], []],
  ['one rule that begins with a mark', [`---\n${A}`], []],
  ['two blocks', [A, B], ['1:0 B']],
  ['two documents', [documents(A, B)], [`0:${A.length + 4} B`]],
  ['documents that end by a mark', [`${A}...\n${B}`], [`0:${A.length + 4} B`]],
  ['three rules', [documents(A, B), B.replaceAll('B', 'D')], [`0:${A.length + 4} B`, '1:0 D']],
  ['a rule with an id for a name', [A, 'id: x\ndetection: {x: 1}'], ['1:0 x']],
  ['a rule without a name behind another', [documents(A, 'detection: {x: 1}\n')], [`0:${A.length + 4} undefined`]],
  ['a part of a rule', [A, 'detection: {x: 1}\n', 'logsource: {product: windows}\n'], []],
  [
    'other YAML',
    [A, 'title: x\nsteps:\n  detection: y\n', 'title: x\nlogsource: {product: a}\n', '- detection: x'],
    [],
  ],
  ['documents that are no rules', [documents('note: x\n', A, 'note: y\n', '\n')], []],
  ['an old collection', [documents('action: global\ntitle: T\n', 'detection: {x: 1}\n', 'detection: {x: 2}\n')], []],
  ['a rule behind a collection', [documents('action: global\ntitle: T\n', 'detection: {x: 1}\n'), B], ['1:0 B']],
  ['a collection behind a rule', [A, documents('action: global\ntitle: T\n', 'detection: {x: 1}\n')], ['1:0 T']],
  ['a correlation of both by name', [documents(A, B, correlationOf('rule_a', 'rule_b'))], []],
  ['a correlation in a block of its own', [A, B, correlationOf('rule_a', 'rule_b')], []],
  ['a correlation in front', [documents(correlationOf('rule_a', 'rule_b'), A, B)], []],
  ['a correlation by id', [A, correlationOf('5B1C7F0E-3A56-4C3E-9D0B-6F1F2A7C8E41')], []],
  [
    'a correlation of one',
    [documents(A, correlationOf('rule_a'), B)],
    [`0:${documents(A, correlationOf('rule_a'), '').length} B`],
  ],
  ['a correlation of other rules', [A, correlationOf('elsewhere')], ['1:0 C']],
  ['a filter for the rule', [A, filterOf('[rule_a]')], []],
  ['a filter for any rule', [A, filterOf('any')], []],
  ['a filter for another rule', [A, filterOf('[elsewhere]')], ['1:0 F']],
  ['the rule as it was', [A, A.replace('x: 1', 'x: 2')], []],
  ['another rule under the same id', [A, A.replace('title: A', 'title: E')], ['1:0 E']],
  ['a rule with a mistake', [A, 'title: B\ndetection:\n  a: "open\n'], ['1:0 B']],
])('%s', (_name, texts, others) => {
  expect(passedOverRules(texts).map(({ text, span, rule }) => `${text}:${span.start} ${rule}`)).toEqual(others);
});

test('a rule that is passed over lends nothing to the first', () => {
  expect(readSigmaRule(documents(A, B), () => undefined).level).toBeUndefined();
  const correlated = documents(A, B, correlationOf('rule_a', 'rule_b'));
  expect(readSigmaRule(correlated, () => undefined).level).toBe('high');
});

test('thousands of rules that all name one another end in bounded time', { timeout: 10_000 }, () => {
  const names = Array.from({ length: 3_000 }, (_, at) => `r${at}`);
  const rule = (name: string) => `name: ${name}\ncorrelation: {rules: [r0, r1, r2]}\n`;
  expect(passedOverRules([documents(...names.map(rule))])).toEqual([]);
  expect(passedOverRules([A, correlationOf(...names.map(() => 'rule_a'))])).toEqual([]);
});
