import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import {
  coverageCsv,
  coverageJson,
  gapsCsv,
  layerKinds,
  navigatorLayer,
  reportCoverage,
  reportSome,
  rulesJson,
  techniquesJson,
  testsJson,
} from '../../../src/graph/index.ts';
import { printCsv } from '../../../src/graph/exports/csv.ts';
import { linkedVault, ruleText, runbookText, techniqueText, uuid } from './linked-vault.ts';

const atomics = 'https://github.com/redcanaryco/atomic-red-team/blob/master/atomics';

/** Something of everything that the exports tell. */
const { graph } = linkedVault({
  'Hub.md': '[[Gone#Part]]\n\n```query\ntag:gone\n```\n\n```query\n(\n```\n',
  'No id.md': '---\ntags: techniques\n---\n',
  'T1003.md': techniqueText('T1003', { tactics: 'Credential Access', platforms: 'Windows, Linux' }),
  'T1003.001.md': techniqueText('T1003.001', {
    tactics: 'Credential Access',
    components: ['Process: Process Creation', 'File: File Deletion'],
  }),
  'T1059.md': techniqueText('T1059', { components: ['Command: Command Execution'] }),
  'T1071.md': techniqueText('T1071', { components: ['Module: Module Load'] }),
  'a.md': ruleText({
    id: 90,
    techniques: ['T1003.001'],
    sigma: `level: high\nlogsource: { product: windows, category: process_creation }\nsimulation:\n  - atomic_guid: ${uuid(1)}`,
    body: `[it](${atomics}/T1003.001/T1003.001.md#atomic-test-1---dump) and [[tests]]`,
  }),
  'b.md': ruleText({ techniques: ['T1999'], sigma: 'logsource: { product: acme }' }),
  'c.md': ruleText({ id: 92, techniques: ['T1059'], sigma: `references: ["${atomics}/T1059/T1059.md"]` }),
  'd.md': '---\ntags: detection_rule\n---\nNo rule.\n',
  'more.md': runbookText(['T1071'], [{ name: 'Ask', guid: 3 }]),
  'tests.md': runbookText(['T1003.001', 'T1998'], [{ name: 'Dump', guid: 1 }, { name: 'By hand' }]),
});
const report = reportCoverage(graph);
const some = reportSome(graph, ({ techniqueId }) => techniqueId === 'T1059');

/** What other programs read: fields without a value are gone. */
function asJson(value: object): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(value)) as Readonly<Record<string, unknown>>;
}

const validate = (name: string): ValidateFunction => {
  const file = path.join(import.meta.dirname, '../../../docs/schemas', `${name}.schema.json`);
  return new Ajv2020({ allErrors: true, strict: true }).compile(JSON.parse(readFileSync(file, 'utf8')) as object);
};

describe.each<readonly [string, object]>([
  ['coverage', coverageJson(report)],
  ['coverage', coverageJson(some)],
  ['techniques', techniquesJson(report)],
  ['rules', rulesJson(graph)],
  ['tests', testsJson(graph)],
  ...layerKinds.map((kind) => ['navigator-layer', navigatorLayer(report, kind)] as const),
  ['navigator-layer', navigatorLayer(report, 'coverage', { addressOf: (url) => `https://example.org${url}` })],
])('%s', (name, content) => {
  it('is as its schema says', () => {
    const isValid = validate(name);
    isValid(asJson(content));
    expect(isValid.errors).toBeNull();
  });

  it('is not so with a field more or one less', () => {
    const isValid = validate(name);
    const fields = asJson(content);
    expect(isValid({ ...fields, extra: 1 })).toBe(false);
    const needed = name === 'navigator-layer' ? 'domain' : 'version';
    const { [needed]: _, ...others } = fields;
    expect(isValid(others)).toBe(false);
  });
});

describe('the document of the data files', () => {
  const docs = readFileSync(path.join(import.meta.dirname, '../../../docs/api.md'), 'utf8');
  const sectionOf = (name: string): string =>
    new RegExp(`^## /api/${name}\\.json\n(.*?)^## `, 'ms').exec(docs)?.[1] ?? '';

  /** Of an object, and of those in its lists. */
  const fieldsOf = (content: unknown): readonly string[] => {
    if (typeof content !== 'object' || content === null) return [];
    const lists = Object.values(content).filter((value): value is unknown[] => Array.isArray(value));
    const records = lists.flat().filter((value): value is object => typeof value === 'object');
    return [content, ...records].flatMap((record) => Object.keys(record));
  };

  it.each([
    ['coverage', asJson(coverageJson(report))],
    ['coverage', asJson(coverageJson(report))['gaps']],
    ['coverage', asJson(coverageJson(report))['figures']],
    ['techniques', asJson(techniquesJson(report))],
    ['rules', asJson(rulesJson(graph))],
    ['tests', asJson(testsJson(graph))],
  ])('names every field of %s', (name, content) => {
    const named = new Set([...sectionOf(name).matchAll(/\w+/g)].map(([word]) => word));
    const fields = fieldsOf(content);
    expect(fields.filter((field) => !named.has(field))).toEqual([]);
  });
});

describe('records', () => {
  const recordsOf = (content: object, key: string): readonly Readonly<Record<string, unknown>>[] =>
    asJson(content)[key] as readonly Readonly<Record<string, unknown>>[];

  it('of techniques tell which data their rules read', () => {
    const found = recordsOf(techniquesJson(report), 'techniques').find(
      ({ techniqueId }) => techniqueId === 'T1003.001',
    );
    expect(found).toMatchObject({
      parent: 'technique:T1003',
      components: [
        { component: 'Process Creation', isRead: true },
        { component: 'File Deletion', isRead: false },
      ],
      state: 'both',
      tested: 'declared',
      counts: { rules: 1, tests: 2 },
      rulesByLevel: { high: 1 },
      rulesByLogSource: { 'windows / process_creation': 1 },
    });
  });

  it('of rules name tests by their surest strength alone', () => {
    const rules = recordsOf(rulesJson(graph), 'rules');
    const byHand = graph.ofKind('test').find(({ title }) => title === 'By hand')?.id;
    expect(rules.find(({ path: file }) => file === 'a.md')).toMatchObject({
      tested: 'declared',
      declaredTests: [`test:${uuid(1)}`],
      citedTests: [byHand],
      citedPages: [],
    });
    expect(rules.find(({ path: file }) => file === 'c.md')).toMatchObject({ citedTests: [], citedPages: ['T1059'] });
    expect(rules.find(({ path: file }) => file === 'c.md')).not.toHaveProperty('tested');
  });

  it('of tests name the rules that name them', () => {
    const tests = recordsOf(testsJson(graph), 'tests');
    const naming = tests.map(({ name, declaredBy, citedBy }) => [name, declaredBy, citedBy]);
    expect(naming.toSorted()).toEqual([
      ['Ask', [], []],
      ['By hand', [], [`rule:${uuid(90)}`]],
      ['Dump', [`rule:${uuid(90)}`], []],
    ]);
  });
});

describe('a Navigator layer', () => {
  const scores = (kind: (typeof layerKinds)[number]): unknown =>
    navigatorLayer(report, kind).techniques.map(({ techniqueID, score }) => [techniqueID, score]);

  it.each([
    ['coverage', { T1003: 0, 'T1003.001': 3, T1059: 2, T1071: 1 }],
    ['rules', { T1003: 0, 'T1003.001': 1, T1059: 1, T1071: 0 }],
    ['tests', { T1003: 0, 'T1003.001': 2, T1059: 0, T1071: 1 }],
    ['gaps', { T1003: 3, T1059: 1, T1071: 2 }],
  ] as const)('of %s scores techniques', (kind, expected) => {
    expect(scores(kind)).toEqual(Object.entries(expected));
  });

  it('tells the counts, and those of sub-techniques apart', () => {
    const facts = navigatorLayer(report, 'rules').techniques.map(({ metadata }) =>
      metadata.map(({ name, value }) => `${name} ${value}`),
    );
    expect(facts).toEqual([
      ['Rules 0', 'Tests 0', 'Rules of sub-techniques 1', 'Tests of sub-techniques 2'],
      ['Rules 1', 'Tests 2', 'Tested declared'],
      ['Rules 1', 'Tests 0'],
      ['Rules 0', 'Tests 1'],
    ]);
  });

  it('leads back to the site where its address is known', () => {
    const addressOf = (url: string): string => `https://example.org/sub${url}`;
    const layer = navigatorLayer(report, 'rules', { addressOf });
    expect(layer.techniques[1]?.links?.[0]?.url).toBe('https://example.org/sub/techniques/T1003.001/');
    expect(layer.links?.[0]?.url).toBe('https://example.org/sub/coverage/');
    expect(navigatorLayer(report, 'rules').techniques[1]).not.toHaveProperty('links');
  });

  it('has one entry for an id, and a gradient that rises', () => {
    const twice = linkedVault({ 'a.md': techniqueText('T1003'), 'b.md': techniqueText('T1003') });
    const layer = navigatorLayer(reportCoverage(twice.graph), 'coverage');
    expect(layer.techniques.map(({ techniqueID }) => techniqueID)).toEqual(['T1003']);
    for (const kind of layerKinds) {
      const { minValue, maxValue } = navigatorLayer(report, kind).gradient;
      expect(maxValue).toBeGreaterThan(minValue);
    }
  });
});

describe('CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x", "y")', '"\'=HYPERLINK(""x"", ""y"")"'],
    ['a=1', 'a=1'],
    ['\u001b[2J\u202ea', '␛[2J\ufffda'],
    [-2, '-2'],
    [undefined, ''],
  ])('writes %j as %s', (value, written) => {
    expect(printCsv(['a'], [[value]])).toBe(`a\r\n${written}\r\n`);
  });

  it('of coverage has a line for every technique', () => {
    expect(coverageCsv(report).split('\r\n')).toEqual([
      'id,name,tactics,platforms,state,tested,rules,tests,sub-technique rules,sub-technique tests,path,url',
      ',No id,,,neither,,0,0,0,0,No id.md,/techniques/no-id/',
      'T1003,T1003,Credential Access,Windows; Linux,neither,,0,0,1,2,T1003.md,/techniques/T1003/',
      'T1003.001,T1003.001,Credential Access,,both,declared,1,2,0,0,T1003.001.md,/techniques/T1003.001/',
      'T1059,T1059,,,rules-only,,1,0,0,0,T1059.md,/techniques/T1059/',
      'T1071,T1071,,,tests-only,,0,1,0,0,T1071.md,/techniques/T1071/',
      '',
    ]);
  });

  it('of gaps has a line for every entry of coverage.json, by the same names', () => {
    const gaps = asJson(coverageJson(report))['gaps'] as Readonly<Record<string, readonly unknown[]>>;
    const counted = Object.entries(gaps).flatMap(([list, entries]) => entries.map(() => list));
    const lines = gapsCsv(report).split('\r\n').slice(1, -1);
    expect(lines.map((line) => line.split(',')[0]).toSorted()).toEqual(counted.toSorted());
    expect(Object.keys(gaps).filter((list) => gaps[list]?.length === 0)).toEqual([]);
    expect(lines).toContain('emptyQueries,page:hub,Hub,tag:gone,Hub.md,3,/hub/');
    expect(lines).toContain('brokenLinks,page:hub,Hub,Gone#Part,Hub.md,1,/hub/');
    expect(lines).toContain('unreadData,technique:T1059,T1059,Command Execution,T1059.md,,/techniques/T1059/');
  });

  it('of the gaps of some techniques leaves out what is the whole vault’s', () => {
    const lists = gapsCsv(some).split('\r\n').slice(1, -1);
    expect(lists.map((line) => line.split(',')[0])).toEqual(['rulesWithoutTests', 'unreadData']);
  });
});
