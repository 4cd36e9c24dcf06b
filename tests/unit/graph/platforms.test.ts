import { describe, expect, it } from 'vitest';
import { breakDownByPlatform, findPlatforms, narrowCoverage, surveyCoverage } from '../../../src/graph/index.ts';
import { linkedVault, ruleAt, ruleText, runbookText, techniqueText, testNamed, uuid } from './linked-vault.ts';

const techniques = ['T1059'];
const sigma = (product: string, service = 'any'): string => `logsource: { product: ${product}, service: ${service} }`;

/** A technique of five platforms; of the tests, one runs on Windows, one on AWS, one on Linux, and one does not say. */
const built = linkedVault({
  'T1059.md': techniqueText('T1059', { platforms: 'Windows, Linux, IaaS, Azure AD, acme' }),
  'T1059.001.md': techniqueText('T1059.001', { platforms: 'Windows' }),
  'windows.md': ruleText({ id: 90, techniques, sigma: sigma('windows') }),
  'aws.md': ruleText({ id: 91, techniques, sigma: sigma('aws', 'cloudtrail') }),
  'azure.md': ruleText({ id: 92, techniques, sigma: sigma('azure') }),
  'acme.md': ruleText({ id: 93, techniques, sigma: sigma('Acme') }),
  'proxy.md': ruleText({ id: 94, techniques, sigma: 'logsource: { category: proxy }' }),
  'okta.md': ruleText({ id: 95, techniques, sigma: sigma('okta', 'okta') }),
  'below.md': ruleText({ id: 96, techniques: ['T1059.001'], sigma: sigma('linux') }),
  'cites.md': ruleText({
    id: 97,
    techniques,
    sigma: `${sigma('windows')}\nsimulation:\n  - atomic_guid: ${uuid(3)}`,
  }),
  'tests.md': runbookText(techniques, [
    { name: 'A', guid: 1 },
    { name: 'B', guid: 2, platforms: 'iaas:aws' },
    { name: 'C', guid: 3, platforms: 'linux' },
    { name: 'D', guid: 4, platforms: '' },
  ]),
});
const { graph } = built;
const platforms = findPlatforms(graph);

describe('the platforms of a rule', () => {
  it.each([
    ['windows.md', ['Windows']],
    ['aws.md', ['iaas:aws', 'IaaS']],
    ['azure.md', ['IaaS', 'Azure AD']],
    ['acme.md', ['acme']],
    ['proxy.md', undefined],
    ['okta.md', []],
  ])('%s', (path, expected) => {
    expect(platforms.ofRule(ruleAt(built, path))?.map(({ title }) => title)).toEqual(expected);
  });
});

describe('the platforms of a test', () => {
  it.each([
    ['A', ['Windows']],
    ['B', ['iaas:aws', 'IaaS']],
    ['D', undefined],
  ])('%s', (name, expected) => {
    expect(platforms.ofTest(testNamed(built, name))?.map(({ title }) => title)).toEqual(expected);
  });
});

describe('the coverage of a technique on one platform', () => {
  const onPlatform = (id: string, name: string): unknown => {
    const whole = surveyCoverage(graph).techniques.find(({ technique }) => technique.techniqueId === id);
    const platform = platforms.named(name);
    if (whole === undefined || platform === undefined) throw new Error(`no ${id} or no ${name}`);
    const { rules, tests, subTechniqueRules, state, tested } = narrowCoverage(whole, platform, { graph, platforms });
    return [state, tested, ...[rules, tests, subTechniqueRules].map((nodes) => nodes.map((node) => node.id.slice(-2)))];
  };

  it.each([
    ['has what is there, and what is of no platform', 'T1059', 'windows', ['90', '94', '97'], ['01', '04'], []],
    ['counts what is in a part of the platform', 'T1059', 'IaaS', ['91', '92', '94'], ['02', '04'], []],
    ['has rules of sub-techniques apart', 'T1059', 'Linux', ['94'], ['03', '04'], ['96']],
  ])('%s', (_, id, name, rules, tests, below) => {
    expect(onPlatform(id, name)).toEqual(['both', 'same-technique', rules, tests, below]);
  });

  it('may lack what the technique has elsewhere', () => {
    expect(onPlatform('T1059.001', 'windows')).toEqual(['neither', undefined, [], [], []]);
    expect(onPlatform('T1059.001', 'linux')).toEqual(['rules-only', undefined, ['96'], [], []]);
  });

  it('does not take a rule as tried by a test that runs elsewhere', () => {
    const whole = surveyCoverage(graph).techniques[0];
    expect(whole?.tested).toBe('declared');
  });
});

it('counts rules and tests by platform', () => {
  const whole = surveyCoverage(graph).techniques[0];
  if (whole === undefined) throw new Error('no technique');
  expect(breakDownByPlatform(whole, platforms)).toEqual([
    { name: 'Windows', rules: 3, tests: 2 },
    { name: 'Linux', rules: 1, tests: 2 },
    { name: 'IaaS', rules: 3, tests: 2 },
    { name: 'Azure AD', rules: 2, tests: 1 },
    { name: 'acme', rules: 2, tests: 1 },
    { name: 'iaas:aws', rules: 2, tests: 2 },
  ]);
});
