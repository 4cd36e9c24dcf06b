import { describe, expect, it } from 'vitest';
import { breakDown, breakDownByPlatform, findPlatforms, reportCoverage, reportSome } from '../../../src/graph/index.ts';
import type { BuiltGraph, TechniqueCoverage } from '../../../src/graph/index.ts';
import { linkedVault, ruleText, runbookText, techniqueText, uuid } from './linked-vault.ts';

const atomics = 'https://github.com/redcanaryco/atomic-red-team/blob/master/atomics';
const simulation = (guid: number): string => `simulation:\n  - atomic_guid: ${uuid(guid)}`;

function coverageIn({ graph }: BuiltGraph, id: string): TechniqueCoverage {
  const found = reportCoverage(graph).techniques.find(({ technique }) => technique.techniqueId === id);
  if (found === undefined) throw new Error(`no technique ${id}`);
  return found;
}

/** T1003 has two sub-techniques. One rule carries both of them, one the parent; tests stand on .001 alone. */
const family = linkedVault({
  'T1003.md': techniqueText('T1003'),
  'T1003.001.md': techniqueText('T1003.001'),
  'T1003.002.md': techniqueText('T1003.002'),
  'T1059.md': techniqueText('T1059'),
  'parent.md': ruleText({ id: 90, techniques: ['T1003'] }),
  'both.md': ruleText({ id: 91, techniques: ['T1003.001', 'T1003.002'] }),
  'first.md': ruleText({ id: 92, techniques: ['T1003.001'] }),
  'tests.md': runbookText(
    ['T1003.001'],
    [
      { name: 'A', guid: 1 },
      { name: 'B', guid: 2 },
    ],
  ),
});

describe('the coverage of a technique', () => {
  const summary = ({ rules, tests, subTechniqueRules, subTechniqueTests, state }: TechniqueCoverage): unknown => [
    state,
    ...[rules, tests, subTechniqueRules, subTechniqueTests].map((nodes) => nodes.map(({ id }) => id.slice(-2))),
  ];

  it.each([
    ['T1003', ['rules-only', ['90'], [], ['91', '92'], ['01', '02']]],
    ['T1003.001', ['both', ['91', '92'], ['01', '02'], [], []]],
    ['T1003.002', ['rules-only', ['91'], [], [], []]],
    ['T1059', ['neither', [], [], [], []]],
  ])('%s has its own, and apart from it what is below, each once', (id, expected) => {
    expect(summary(coverageIn(family, id))).toEqual(expected);
  });

  it('knows the techniques above and below', () => {
    expect(coverageIn(family, 'T1003').subTechniques.map(({ techniqueId }) => techniqueId)).toEqual([
      'T1003.001',
      'T1003.002',
    ]);
    expect(coverageIn(family, 'T1003.001').parent?.techniqueId).toBe('T1003');
    expect(coverageIn(family, 'T1003').parent).toBeUndefined();
  });

  it.each([
    ['nothing but the technique in common', {}, 'same-technique'],
    ['an address', { sigma: `references: ["${atomics}/T1003.001/T1003.001.md"]` }, 'cited'],
    ['a simulation', { sigma: simulation(1) }, 'declared'],
    ['a simulation with a test of another technique', { sigma: simulation(5) }, 'same-technique'],
    ['an address of another technique', { sigma: `references: ["${atomics}/T1059/T1059.md"]` }, 'same-technique'],
  ])('is tried by its own tests as surely as by %s', (_, rule, tested) => {
    const built = linkedVault({
      'T1003.001.md': techniqueText('T1003.001'),
      'other.md': ruleText({ id: 93, techniques: ['T1003.001'] }),
      'rule.md': ruleText({ id: 90, techniques: ['T1003.001'], ...rule }),
      'tests.md': runbookText(['T1003.001'], [{ name: 'A', guid: 1 }]),
      'others.md': runbookText(['T1059'], [{ name: 'C', guid: 5 }]),
    });
    expect(coverageIn(built, 'T1003.001').tested).toBe(tested);
  });

  it('is tried by a cited runbook that carries it among others', () => {
    const built = linkedVault({
      'T1003.001.md': techniqueText('T1003.001'),
      'rule.md': ruleText({ techniques: ['T1003.001'], sigma: `references: ["${atomics}/T1059/T1059.md"]` }),
      'tests.md': runbookText(['T1003.001', 'T1059'], [{ name: 'A', guid: 1 }]),
    });
    expect(coverageIn(built, 'T1003.001').tested).toBe('cited');
  });

  it('is tried by nothing without a rule or without a test', () => {
    expect(coverageIn(family, 'T1003').tested).toBeUndefined();
    expect(coverageIn(family, 'T1059').tested).toBeUndefined();
  });

  it('is broken down by what its rules and tests say of themselves', () => {
    const windows = 'logsource: { product: windows, category: process_creation }';
    const built = linkedVault({
      'T1059.md': techniqueText('T1059', { platforms: 'Linux, Windows, Azure AD' }),
      'a.md': ruleText({ id: 90, techniques: ['T1059'], sigma: `level: low\nstatus: test\n${windows}` }),
      'b.md': ruleText({ id: 91, techniques: ['T1059'], sigma: `level: High\nstatus: odd\n${windows}` }),
      'c.md': ruleText({ id: 92, techniques: ['T1059'], sigma: 'logsource: { product: linux, service: auditd }' }),
      'tests.md': runbookText(
        ['T1059'],
        [
          { name: 'A', guid: 1, platforms: 'windows, macOS' },
          { name: 'B', guid: 2, platforms: 'azure-ad' },
        ],
      ),
    });
    expect(breakDown(coverageIn(built, 'T1059'))).toEqual({
      levels: [
        { name: 'high', count: 1 },
        { name: 'low', count: 1 },
        { name: 'not stated', count: 1 },
      ],
      statuses: [
        { name: 'test', count: 1 },
        { name: 'not stated', count: 1 },
        { name: 'odd', count: 1 },
      ],
      logSources: [
        { name: 'windows / process_creation', count: 2 },
        { name: 'linux / auditd', count: 1 },
      ],
    });
    expect(breakDownByPlatform(coverageIn(built, 'T1059'), findPlatforms(built.graph))).toEqual([
      { name: 'Linux', rules: 1, tests: 0 },
      { name: 'Windows', rules: 2, tests: 1 },
      { name: 'Azure AD', rules: 0, tests: 1 },
      { name: 'macOS', rules: 0, tests: 1 },
    ]);
  });
});

describe('the figures of a vault', () => {
  it('part its techniques', () => {
    expect(reportCoverage(family.graph).figures).toEqual({
      techniques: 4,
      withRules: 3,
      withTests: 1,
      both: 1,
      rulesOnly: 2,
      testsOnly: 0,
      neither: 1,
      tested: { declared: 0, cited: 0, 'same-technique': 1 },
      percent: 25,
    });
  });

  it('count some techniques alone, with what is theirs', () => {
    const report = reportSome(family.graph, ({ techniqueId }) => techniqueId?.includes('.') === true);
    expect(report.figures).toMatchObject({ techniques: 2, both: 1, rulesOnly: 1, percent: 50 });
    expect(report.gaps.rulesWithoutTests.map(({ techniqueId }) => techniqueId)).toEqual(['T1003.002']);
    expect(report.vaultGaps).toBeUndefined();
  });

  it('say 0 percent of no technique', () => {
    expect(reportSome(family.graph, () => false).figures).toMatchObject({ techniques: 0, percent: 0 });
  });
});
