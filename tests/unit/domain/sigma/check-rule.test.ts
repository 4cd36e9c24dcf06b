import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSigmaRule } from '../../../../src/domain/index.ts';

/** What is wrong with a rule: the code, the text at its place, and the value of the last fact that there is. */
function findings(yaml: string): readonly string[] {
  const found: string[] = [];
  readSigmaRule(yaml, (code, { start, end }, facts) => {
    const said: unknown = Object.values(facts as object).findLast((fact) => fact !== undefined);
    found.push(`${code.replace('sigma/', '')} ${yaml.slice(start, end)} (${String(said)})`);
  });
  return found;
}

const HEAD = 'title: T\nlogsource:\n  product: windows\n';
const DETECTION = 'detection:\n  selection:\n    A: b\n  condition: selection\n';
const RULE = HEAD + DETECTION;

/** The findings for a rule that is right but for what is added. */
const added = (yaml: string): readonly string[] => findings(RULE + yaml);
/** The findings for a rule with these searches and condition. */
const detecting = (yaml: string): readonly string[] => findings(`${HEAD}detection:\n${yaml}`);

describe('rules that Sigma allows', () => {
  it.each([
    ['the least', ''],
    [
      'every field',
      `id: 5f0c1d2e-0000-4000-8000-00000000000a
name: t
taxonomy: sigma
status: unsupported
description: |
  Long text.
license: MIT
author: A, B
references: [https://example.org]
date: 2024-02-29
modified: 2024-03-01
fields: [Image]
falsepositives: [Unknown]
level: informational
tags: [attack.t1059]
scope: [server]
related:
  - id: 5f0c1d2e-0000-4000-8000-00000000000b
    type: obsolete
`,
    ],
    ['dates of version 1', 'date: 2019/01/16\n'],
    ['relations of version 1', 'related: [{id: 5f0c1d2e-0000-4000-8000-00000000000b, type: obsoletes}]\n'],
    ['one text of false positives', 'falsepositives: Unknown\n'],
    ['fields of one’s own', 'simulation: [{a: 1}]\nx-team: {a: [b]}\n'],
    ['empty fields', 'author:\ntags: ~\nrelated: null\nlevel: ""\n'],
    ['an alias', 'references: &r [https://example.org]\nfields: *r\n'],
    ['a trailing document', '---\n'],
  ])('%s', (_, yaml) => {
    expect(added(yaml)).toEqual([]);
  });

  it.each([
    [
      'lists of words and of maps',
      '  a:\n    - word\n    - 5\n  b:\n    - F|contains: x\n    - G: [1, null]\n  condition: a or b\n',
    ],
    [
      'modifiers',
      "  a:\n    F|re|i: x\n    G|base64offset|contains: y\n    H|windash|contains|all: [z, y]\n    '|all': [p, q]\n  condition: a\n",
    ],
    ['several conditions', '  a: {F: 1}\n  b: {F: 2}\n  condition:\n    - a\n    - b\n'],
    ['a search that nothing names', '  a: {F: 1}\n  _b: {F: 2}\n  condition: a\n'],
    ['an aggregation of version 1', '  a: {F: 1}\n  timeframe: 5m\n  condition: a | count() by F > 5\n'],
    ['patterns', '  a_1_x: {F: 1}\n  condition: 1 of a* and 1 of *x and all of a_*_x and 1 of *\n'],
  ])('%s', (_, yaml) => {
    expect(detecting(yaml)).toEqual([]);
  });

  it.each([
    ['a rule of its own taxonomy', `title: T\ntaxonomy: ours\nlogsource: {category: ProcessCreation}\n${DETECTION}`],
    [
      'a correlation',
      'title: T\ncorrelation:\n  type: event_count\n  rules: [a]\n  group-by: [H]\n  timespan: 1h\n  condition: {gt: 100, lte: 200}\n',
    ],
    [
      'a temporal correlation',
      'title: T\ncorrelation:\n  type: temporal\n  rules: [a, b]\n  group-by: [H]\n  timespan: 5m\n  aliases: {x: {a: F}}\n',
    ],
    [
      'a condition over rules',
      'title: T\ncorrelation:\n  type: temporal\n  rules: [a, b]\n  timespan: 5m\n  condition: a AND b\n',
    ],
    [
      'a count of values',
      'title: T\ncorrelation:\n  type: value_count\n  rules: a\n  timespan: 1d\n  condition: {field: User, gte: 100}\n',
    ],
    [
      'a filter',
      'title: T\nlogsource: {product: windows}\nfilter:\n  rules: [5f0c1d2e-0000-4000-8000-00000000000b]\n  selection: {User|startswith: adm_}\n  condition: not selection\n',
    ],
    [
      'a correlation with its rules',
      `title: C\ncorrelation: {type: temporal, rules: [a], timespan: 1m}\n---\nname: a\n${RULE}`,
    ],
    [
      'a collection of version 1',
      'action: global\ntitle: T\ndetection:\n  condition: selection\n---\nlogsource: {product: windows}\ndetection:\n  selection: {A: 1}\n---\naction: repeat\nlogsource: {product: linux}\n',
    ],
  ])('%s', (_, yaml) => {
    expect(findings(yaml)).toEqual([]);
  });
});

describe('fields', () => {
  it.each<[yaml: string, found: readonly string[]]>([
    ['status: stabel\n', ['invalid-value stabel (stable)']],
    ['level: High\n', ['invalid-value High (high)']],
    ['level: [high]\n', ['wrong-type [high] (a text)']],
    ['date: 2024-13-01\n', ['invalid-value 2024-13-01 (a date such as 2024-01-31)']],
    ['modified: 2023-02-29\n', ['invalid-value 2023-02-29 (a date such as 2024-01-31)']],
    ['date: 16/01/2019\n', ['invalid-value 16/01/2019 (a date such as 2024-01-31)']],
    ['date: 2024-01/16\n', ['invalid-value 2024-01/16 (a date such as 2024-01-31)']],
    ['id: lsass-1\n', ['invalid-id lsass-1 (lsass-1)']],
    ['author: [A, B]\n', ['wrong-type [A, B] (a text)']],
    ['references: https://example.org\n', ['wrong-type https://example.org (a list of texts)']],
    ['references: [a, {b: c}, a]\n', ['wrong-type {b: c} (a text)', 'repeated-item a (a)']],
    ['falsepositives: {a: b}\n', ['wrong-type {a: b} (a text)']],
    ['related: {id: a}\n', ['wrong-type {id: a} (a list)']],
    ['related: [5]\n', ['wrong-type 5 (keys with values)']],
    ['related: [{id: a, type: derivd}]\n', ['invalid-id a (a)', 'invalid-value derivd (derived)']],
    ['related: [{type: merged}]\n', ['missing-field {type: merged} (related.id)']],
    [`name: ${'n'.repeat(257)}\n`, [`invalid-value ${'n'.repeat(257)} (at most 256 characters)`]],
  ])('%j', (yaml, found) => {
    expect(added(yaml)).toEqual(found);
  });
});

describe('tags', () => {
  const attack = '(an id or a tactic of ATT&CK, such as attack.t1059.001 or attack.execution)';
  const form = '(a namespace and a name in lower case, such as cve.2021-44228)';

  it.each([
    ...['attack.t1059', 'attack.t1059.001', 'attack.s0002', 'attack.g0069', 'attack.ds0005', 'attack.m1040'],
    ...['attack.credential-access', 'attack.credential_access', 'attack.stealth', 'attack.defense-impairment'],
    ...['attack.inhibit-response-function', 'cve.2021-44228', 'car.2013-07-002', 'stp.3k', 'tlp.amber', 'a.b.c'],
    ...['d3fend.d3f-WindowsNtOpenFile', 'detection.threat-hunting'],
  ])('%s is one', (tag) => {
    expect(added(`tags: [${tag}]\n`)).toEqual([]);
  });

  it.each([
    ['attack.t1059_001', '(attack.t1059.001)'],
    ['attack.T1059', '(attack.t1059)'],
    ['Attack.t1059', '(attack.t1059)'],
    ['t1059.001', '(attack.t1059.001)'],
    ['T1059', '(attack.t1059)'],
    ['attack.t10590', attack],
    ['attack.credentialaccess', '(attack.credential-access)'],
    ['attack.defense evasion', '(attack.defense-evasion)'],
    ['attack.xyz', attack],
    ['execution', form],
    ['CVE.2021-1', '(cve.2021-1)'],
    ['a b', form],
    ['.x', form],
  ])('%s is none', (tag, hint) => {
    expect(added(`tags:\n  - ${tag}\n`)).toEqual([`invalid-tag ${tag} ${hint}`]);
  });

  it('stand once each', () => {
    expect(added('tags: [cve.1, cve.1]\n')).toEqual(['repeated-item cve.1 (cve.1)']);
  });
});

describe('what must be there', () => {
  it.each<[yaml: string, found: readonly string[]]>([
    [DETECTION, ['missing-field detection (title)', 'missing-field detection (logsource)']],
    [`title:\n${HEAD.replace('title: T\n', '')}${DETECTION}`, ['missing-field logsource (title)']],
    [RULE.replace('title', 'Title'), ['missing-field Title (Title)']],
    [HEAD, ['missing-field title (detection)']],
    [RULE.replace('detection', 'detections'), ['missing-field title (detections)']],
    [`${HEAD}detection: [a]\n`, ['wrong-type [a] (searches and a condition)']],
    [`title: T\nlogsource: windows\n${DETECTION}`, ['wrong-type windows (keys with values)']],
    [
      `title: T\nlogsource: {product: Windows, category: process creation}\n${DETECTION}`,
      [
        'invalid-value Windows (lower case without spaces)',
        'invalid-value process creation (lower case without spaces)',
      ],
    ],
    ['correlation: {type: temporal, rules: [a], timespan: 1m}\n', ['missing-field correlation (title)']],
    ['title: T\nfilter: {rules: [a], s: {A: 1}, condition: s}\n', ['missing-field title (logsource)']],
  ])('%j', (yaml, found) => {
    expect(findings(yaml)).toEqual(found);
  });
});

describe('detections', () => {
  it.each<[yaml: string, found: readonly string[]]>([
    ['  a: {F: 1}\n', ['missing-field a: {F: 1}\n (detection.condition)']],
    [
      '  a: {F: 1}\n  conditon: a\n',
      ['wrong-type a (a list, or fields with values)', 'missing-field a: {F: 1}\n  conditon: a\n (conditon)'],
    ],
    ['  a: word\n  condition: a\n', ['wrong-type word (a list, or fields with values)']],
    ['  a: []\n  condition: a\n', ['wrong-type [] (a list, or fields with values)']],
    ['  a: [[b]]\n  condition: a\n', ['wrong-type [b] (a text, or fields with values)']],
    ['  a:\n    F|contain: x\n  condition: a\n', ['unknown-modifier contain (contains)']],
    ['  a:\n    - F|re|Contains: x\n  condition: a\n', ['unknown-modifier Contains (contains)']],
    ['  selection: {F: 1}\n  condition: selektion\n', ['unknown-search selektion (selection)']],
    ['  selection: {F: 1}\n  condition: 1 of filter_*\n', ['unknown-search filter_* (filter_*)']],
    ['  aba: {F: 1}\n  condition: 1 of ab*ba\n', ['unknown-search ab*ba (aba)']],
    ['  a: {F: 1}\n  condition: a | near b\n', ['unknown-search b (b)']],
    ['  a: {F: 1}\n  condition: a and (a\n', ['invalid-condition  (a closing parenthesis)']],
    ['  a: {F: 1}\n  condition: "a b"\n', ['invalid-condition b (“and”, “or” or the end)']],
    ['  a: {F: 1}\n  condition: >\n    a or\n    b\n', ['unknown-search >\n    a or\n    b\n (b)']],
    ['  a: {F: 1}\n  condition: [a, {b: c}]\n', ['wrong-type {b: c} (a text)']],
  ])('%j', (yaml, found) => {
    expect(detecting(yaml)).toEqual(found);
  });
});

describe('correlations and filters', () => {
  const correlating = (yaml: string): readonly string[] => findings(`title: T\ncorrelation: ${yaml}\n`);

  it.each<[yaml: string, found: readonly string[]]>([
    ['{type: event_cuont, rules: [a], timespan: 1m, condition: {gt: 1}}', ['invalid-value event_cuont (event_count)']],
    ['{type: temporal, rules: [a], timespan: 1min}', ['invalid-value 1min (a number and one of s, m, h, d)']],
    ['{type: temporal, rules: [a], timespan: 1m, condition: a or c}', ['unknown-search c (c)']],
    ['{type: event_count, rules: [a], timespan: 1m, condition: {gt: many}}', ['invalid-value many (a number)']],
    ['{type: event_count, rules: [a], timespan: 1m, condition: {gtt: 1}}', ['invalid-value gtt (gt)']],
    ['[a]', ['wrong-type [a] (keys with values)']],
  ])('%j', (yaml, found) => {
    expect(correlating(yaml)).toEqual(found);
  });

  it('ask for what tells when they match', () => {
    const yaml = '{type: event_count}';
    const missing = ['rules', 'timespan', 'condition'].map((field) => `missing-field ${yaml} (correlation.${field})`);
    expect(correlating(yaml)).toEqual(missing);
  });

  it.each<[yaml: string, found: readonly string[]]>([
    ['[a]', ['wrong-type [a] (rules, searches and a condition)']],
    ['{s: {F|x: 1}, condition: t, rules: [a]}', ['unknown-modifier x (x)', 'unknown-search t (t)']],
    ['{s: {F: 1}}', ['missing-field {s: {F: 1}} (filter.rules)', 'missing-field {s: {F: 1}} (filter.condition)']],
  ])('filter %j', (yaml, found) => {
    expect(findings(`title: T\nlogsource: {product: windows}\nfilter: ${yaml}\n`)).toEqual(found);
  });
});

describe('any YAML', () => {
  const word = fc.constantFrom(
    'title',
    'id',
    'tags',
    'detection',
    'condition',
    'correlation',
    'filter',
    'related',
    'a',
    'b|c',
    '',
  );
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(word, tie('value'), { maxKeys: 5 }),
    ),
  })).value;

  it('is checked without a fault, with every place inside of it', () => {
    fc.assert(
      fc.property(fc.dictionary(word, value), (rule) => {
        const yaml = JSON.stringify(rule);
        readSigmaRule(yaml, (_, { start, end }) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(yaml.length);
        });
      }),
    );
  });
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('a key %j is the author’s own', (key) => {
  const rule = `title: T\n${key}: {${key}: 1}\nlogsource: {product: windows, ${key}: x}\n`;
  expect(findings(`${rule}detection: {a: {F: 1}, condition: a}\n`)).toEqual([]);
});
