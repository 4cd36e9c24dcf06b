import { describe, expect, it } from 'vitest';
import { cellsOfTechnique } from '../../../src/render/index.ts';
import { linkedVault, ruleText, runbookText, techniqueText } from '../graph/linked-vault.ts';
import { factsOf, listAt, textsOf } from './built-page.ts';

/** A rule as a note with its path. */
function ruleNote(title: string, source: string, ...techniques: readonly string[]): readonly [string, string] {
  const text = ruleText({ techniques, sigma: `logsource: { ${source} }` });
  return [`${title}.md`, text.replace('title: Rule', `title: ${title}`)];
}

/** Windows has a rule and a test for T1059, macOS a test alone; a proxy's rule counts on both. */
const { graph } = linkedVault({
  'T1059.md': techniqueText('T1059', { platforms: 'Windows, macOS' }),
  'T1105.md': techniqueText('T1105', { platforms: 'Windows, macOS' }),
  'T1003.md': techniqueText('T1003', { platforms: 'Windows' }),
  ...Object.fromEntries([
    ruleNote('Shell', 'product: windows', 'T1059', 'T1003'),
    ruleNote('Download', 'category: proxy', 'T1105'),
    ruleNote('Sign-in', 'product: azure, service: signinlogs', 'T1059'),
  ]),
  'tests.md': runbookText(
    ['T1059'],
    [
      { name: 'Run', guid: 1 },
      { name: 'Open', guid: 2, platforms: 'macOS' },
    ],
  ),
});

describe('the page of a platform', () => {
  it('counts what is there', () => {
    const page = listAt(graph, '/platforms/macos/');
    expect(page.description).toBe(
      'The platform macOS. 2 techniques: 1 with a rule, 1 with a test. Atomic tests that run on it: 1.',
    );
    expect(factsOf(page)).toMatchObject({
      'With a rule': ['1 > /coverage/?with=a+rule&platform=macOS'],
      'With a test': ['1 > /coverage/?with=a+test&platform=macOS'],
      'With both': ['0'],
      Matrix: ['narrowed to macOS > /?platform=macOS'],
    });
    expect(textsOf(page, 'techniques').map(([id, , , ...counts]) => [id, ...counts])).toEqual([
      ['T1059', '0', '1'],
      ['T1105', '1', '0'],
    ]);
  });

  it('lists rules that read its logs, those of its techniques that are of no platform, and what it lacks', () => {
    const titles = (address: string, section: string): unknown =>
      textsOf(listAt(graph, address), section).map(([title]) => title);
    expect(titles('/platforms/windows/', 'rules')).toEqual(['Download', 'Shell']);
    expect(titles('/platforms/macos/', 'rules')).toEqual(['Download']);
    expect(titles('/platforms/macos/', 'tests')).toEqual(['Open']);
    expect(textsOf(listAt(graph, '/platforms/macos/'), 'missing').map(([id, , lacks]) => [id, lacks])).toEqual([
      ['T1059', 'rule'],
      ['T1105', 'test'],
    ]);
  });
});

it('leads to the matrix only where that offers the platform', () => {
  expect(factsOf(listAt(graph, '/platforms/macos/'))).toHaveProperty('Matrix');
  const { graph: cloud } = linkedVault({
    'T1059.md': techniqueText('T1059', { platforms: 'IaaS' }),
    'tests.md': runbookText(['T1059'], [{ name: 'Run', guid: 1, platforms: 'IaaS:AWS' }]),
  });
  expect(factsOf(listAt(cloud, '/platforms/iaas/'))).toHaveProperty('Matrix');
  expect(factsOf(listAt(cloud, '/platforms/iaas-aws/'))).not.toHaveProperty('Matrix');
  expect(factsOf(listAt(cloud, '/platforms/iaas-aws/'))['With a test']).toEqual([
    '1 > /coverage/?with=a+test&platform=IaaS%3AAWS',
  ]);
});

it('lists the techniques of what a platform is a part of', () => {
  const cloud = linkedVault({
    'T1059.md': techniqueText('T1059', { platforms: 'IaaS' }),
    ...Object.fromEntries([ruleNote('Trail', 'product: aws', 'T1059')]),
    'tests.md': runbookText(['T1059'], [{ name: 'Run', guid: 1, platforms: 'iaas:aws, iaas:gcp' }]),
  }).graph;
  const counts = textsOf(listAt(cloud, '/platforms/'), 'platforms');
  expect(counts.map(([name, techniques, rules, tests]) => [name, techniques, rules, tests])).toEqual([
    ['IaaS', '1', '1', '1'],
    ['iaas:aws', '1', '1', '1'],
    ['iaas:gcp', '1', '0', '1'],
  ]);
  expect(textsOf(listAt(cloud, '/platforms/iaas-aws/'), 'techniques')[0]?.[0]).toBe('T1059');
});

it('counts tests that name no platform on each of their technique, in the list as on the page', () => {
  const vault = linkedVault({
    'T1059.md': techniqueText('T1059', { platforms: 'Windows, macOS' }),
    'tests.md': runbookText(
      ['T1059'],
      [
        { name: 'Run', guid: 1 },
        { name: 'Anywhere', guid: 2, platforms: '' },
      ],
    ),
  }).graph;
  const listed = textsOf(listAt(vault, '/platforms/'), 'platforms').map((row) => [row[0], row.at(-1)]);
  expect(listed).toEqual([
    ['macOS', '1'],
    ['Windows', '2'],
  ]);
  expect(textsOf(listAt(vault, '/platforms/windows/'), 'tests')).toHaveLength(2);
});

it.each([
  ['/platforms/', 'platforms', ['2', '1', '1', '0', '0', '1'], ['3', '3', '1', '1', '0', '1']],
  ['/coverage/', 'by-platform', ['2', '1', '1', '0', '0'], ['3', '3', '1', '1', '0']],
])('%s counts what is on each platform', (address, section, macos, windows) => {
  expect(textsOf(listAt(graph, address), section)).toEqual([
    ['macOS', ...macos],
    ['Windows', ...windows],
  ]);
});

it('parts the techniques of each platform by what they have there', () => {
  const coverage = listAt(graph, '/coverage/');
  const names = coverage.filters?.find(({ facet }) => facet === 'platform')?.names;
  expect(names).toEqual(['macOS', 'Windows']);
  const idsIn = (list: string): unknown => {
    const found = coverage.sections.find(({ id }) => id === list);
    return [found?.table, ...(found?.onPlatforms ?? [])].map((table) => table?.rows.map(([id]) => id?.text));
  };
  expect(idsIn('both')).toEqual([['T1059'], [], ['T1059']]);
  expect(idsIn('rules-no-test')).toEqual([['T1003', 'T1105'], ['T1105'], ['T1003', 'T1105']]);
  expect(idsIn('tests-no-rule')).toEqual([[], ['T1059'], []]);
  expect(idsIn('neither')).toEqual([[], [], []]);
});

it('counts in the rows of a platform what is there, and begins them as everywhere', () => {
  const both = listAt(graph, '/coverage/').sections.find(({ id }) => id === 'both');
  const [anywhere, there] = [both?.table.rows[0] ?? [], both?.onPlatforms?.[1]?.rows[0] ?? []];
  expect(there.slice(0, cellsOfTechnique)).toEqual(anywhere.slice(0, cellsOfTechnique));
  const counts = [anywhere, there].map((row) => row.slice(cellsOfTechnique).map(({ text }) => text));
  expect(counts.map(([, rules, tests]) => [rules, tests])).toEqual([
    ['2', '2'],
    ['1', '1'],
  ]);
});
