import { describe, expect, test } from 'vitest';
import { readSigmaRule } from '../../../../src/domain/index.ts';
import type { SigmaRule } from '../../../../src/domain/index.ts';

/** A rule, and where its YAML is broken. */
function read(yaml: string): { readonly rule: SigmaRule; readonly problems: readonly number[] } {
  const problems: number[] = [];
  const rule = readSigmaRule(yaml, (code, span) => {
    if (code === 'sigma/invalid-yaml') problems.push(span.start);
  });
  return { rule, problems };
}

const WHOLE = `title: Shell From A Mail Client
id: 5F0C1D2E-0000-4000-8000-00000000000A
status: test
description: |
    First line

    Third line
references:
    - https://example.org/a # why
    - https://example.org/b
author: A. Author, B. Author
date: 2023-01-16
modified: 2023/02/03
tags:
    - attack.execution
    - attack.t1059.001
logsource:
    category: process_creation
    product: windows
    definition: 'Needs auditing'
detection:
    selection:
        EventID: 00000429
    condition: selection
falsepositives:
    - Unknown
level: high
related:
    - id: 5f0c1d2e-0000-4000-8000-00000000000b
      type: derived
    - type: no id
simulation:
    - type: atomic-red-team
      name: Run a shell
      technique: T1059.001
      atomic_guid: 5F0C1D2E-0000-4000-8000-00000000000C
`;

const EMPTY = {
  id: undefined,
  idText: undefined,
  title: undefined,
  status: undefined,
  level: undefined,
  description: undefined,
  author: undefined,
  date: undefined,
  modified: undefined,
  references: [],
  tags: [],
  logSource: { product: undefined, category: undefined, service: undefined },
  falsePositives: [],
  related: [],
  simulations: [],
};

test('reads all that a rule says of itself', () => {
  expect(read(WHOLE)).toEqual({
    rule: {
      id: '5f0c1d2e-0000-4000-8000-00000000000a',
      idText: '5F0C1D2E-0000-4000-8000-00000000000A',
      title: 'Shell From A Mail Client',
      status: 'test',
      level: 'high',
      description: 'First line\n\nThird line',
      author: 'A. Author, B. Author',
      date: '2023-01-16',
      modified: '2023/02/03',
      references: ['https://example.org/a', 'https://example.org/b'],
      tags: ['attack.execution', 'attack.t1059.001'],
      logSource: { product: 'windows', category: 'process_creation', service: undefined },
      falsePositives: ['Unknown'],
      related: [{ id: '5f0c1d2e-0000-4000-8000-00000000000b', type: 'derived' }],
      simulations: [
        {
          type: 'atomic-red-team',
          name: 'Run a shell',
          technique: 'T1059.001',
          atomicGuid: '5f0c1d2e-0000-4000-8000-00000000000c',
        },
      ],
    },
    problems: [],
  });
});

describe('values stay as written', () => {
  test.each([
    ['title: 00000429', { title: '00000429' }],
    ['title: yes', { title: 'yes' }],
    ['date: 2020-01-01', { date: '2020-01-01' }],
    ['level:', {}],
    ['level: ~', {}],
    ['level: null', {}],
    ["title: 'null'", { title: 'null' }],
    ['title: "caf\\u00e9\\n"', { title: 'café' }],
    ['title: a \u0082 b', { title: 'a \u0082 b' }],
    ['title: [a]', {}],
    ['id: not-a-uuid', { idText: 'not-a-uuid' }],
    ['falsepositives: text', { falsePositives: ['text'] }],
    ['falsepositives:\n  - a\n  -\n  - 1.0\n  - [x]', { falsePositives: ['a', '1.0'] }],
    ['author: [A, B]', { author: 'A, B' }],
    ['tags: &t [a]\nreferences: *t', { tags: ['a'], references: ['a'] }],
    ['references: *none', {}],
    ['logsource: windows', {}],
    ['unknown: {a: 1}\ntitle: T', { title: 'T' }],
    ['---\ntitle: T\n', { title: 'T' }],
    [
      'action: global\ntitle: T\n---\nlogsource: {product: windows}\ntitle: U\n---\nlogsource: {product: linux}\n',
      { title: 'T', logSource: { product: 'windows', category: undefined, service: undefined } },
    ],
  ])('%j', (yaml, facts) => {
    expect(read(yaml)).toEqual({ rule: { ...EMPTY, ...facts }, problems: [] });
  });
});

describe('problems', () => {
  test.each([
    ['title: T\ndetection:\n  a: "b\nlevel: low', [38], { title: 'T' }],
    ['title: T\ntitle: U\nlevel: low', [9], { title: 'T', level: 'low' }],
    ['title: T\ndetection:\n  selection: 1\n  selection: 2\n', [37], { title: 'T' }],
    ['just words', [0], {}],
    ['- a\n- b', [0], {}],
    ['', [0], {}],
    ['title: a: b', [7], {}],
  ])('%j', (yaml, offsets, facts) => {
    const { rule, problems } = read(yaml);
    expect(problems).toEqual(offsets);
    expect(rule).toMatchObject(facts);
  });

  test.each([
    ['deep nesting', `a: ${'['.repeat(10_000)}`],
    ['deep blocks', Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['many aliases', `a: &a [x]\nreferences: [${'*a, '.repeat(20_000)}]`],
    ['many keys', Array.from({ length: 10_000 }, (_, n) => `k${n}: v`).join('\n')],
  ])('%s ends in bounded time', { timeout: 30_000 }, (_, yaml) => {
    expect(read(yaml).rule.title).toBeUndefined();
  });

  test.each([
    ['many values', `a: &a {${'x|bad: y, '.repeat(100)}}\ntitle: x\nb: [${'*a, '.repeat(500)}]`, true],
    ['a long text', `a: &a ${'x'.repeat(10_000)}\ntitle: x\nb: [${'*a, '.repeat(500)}]`, true],
    ['one another', `title: x\na: &a [x]\n${bomb(20)}`, true],
    ['themselves', 'title: x\na: &a [*a]', true],
    ['little', `title: x\na: &a [x, y]\nb: [${'*a, '.repeat(500)}]\nc: *b`, false],
    ['nothing', 'title: x\na: &a [x, y]', false],
  ])('aliases that repeat %s', (_, yaml, isTooMuch) => {
    const { rule, problems } = read(yaml);
    expect([rule.title, problems]).toEqual(isTooMuch ? [undefined, [0]] : ['x', []]);
  });
});

function bomb(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => `b${level}: &b${level} [${`*b${level - 1}, `.repeat(9)}]`);
  return lines.join('\n').replaceAll('*b-1', '*a');
}
