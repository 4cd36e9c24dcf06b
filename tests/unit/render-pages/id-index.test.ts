import { describe, expect, it } from 'vitest';
import { idIndex } from '../../../src/render/index.ts';
import { fakeGraph, page, rule, runbook, tag, tactic, technique } from './fake-graph.ts';

describe('idIndex', () => {
  const [book, ...tests] = runbook('T1059.001', 'PowerShell', [{ name: 'Run it' }]);
  const index = idIndex(
    fakeGraph({
      nodes: [
        technique('T1059.001', 'PowerShell', { text: '---\naliases: [PoSh, PS  One]\n---\n' }),
        ...[book, ...tests, page('Hub'), tag('cve_2021_1675'), tag('other'), tactic('Execution', 'TA0002')],
        rule('r', 'Exploit of CVE-2021-1675', { sigma: { idText: 'ABCD' }, name: 'win_exploit_cve_2021_1675' }),
      ],
    }),
  );

  const keysOf = (url: string): readonly string[] => index.filter((row) => row[2] === url).map(([key]) => key);

  it('says of each key which page it leads to, and what that is', () => {
    expect(index[0]).toEqual(['t1059.001', 'T1059.001 PowerShell', '/techniques/T1059.001/', 'Sub-technique']);
  });

  it.each([
    [
      'a technique by its id, title, file name and aliases',
      '/techniques/T1059.001/',
      ['t1059.001', 'powershell', 't1059.001 - powershell', 'posh', 'ps one'],
    ],
    ['a tactic', '/tactics/execution/', ['ta0002', 'execution']],
    [
      'a rule by its id, CVEs, title and file name',
      '/rules/r/',
      ['abcd', 'cve-2021-1675', 'exploit of cve-2021-1675', 'win_exploit_cve_2021_1675'],
    ],
    ['a runbook', '/tests/T1059.001/', ['t1059.001', 'powershell', 't1059.001 - powershell']],
    ['a test', '/tests/T1059.001/#T1059.001-0', ['t1059.001-0', 'run it']],
    ['a tag by the CVE in it', '/tags/cve_2021_1675/', ['cve-2021-1675', 'cve_2021_1675']],
  ])('finds %s', (_name, url, keys) => {
    expect(keysOf(url)).toEqual(keys);
  });

  it('puts a technique before its runbook', () => {
    expect(index.filter(([key]) => key === 't1059.001').map((row) => row[2])).toEqual([
      '/techniques/T1059.001/',
      '/tests/T1059.001/',
    ]);
  });
});
