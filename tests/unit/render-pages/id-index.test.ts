import { describe, expect, it } from 'vitest';
import { idIndex } from '../../../src/render/index.ts';
import { fakeGraph, page, rule, runbook, tag, tactic, technique } from './fake-graph.ts';

describe('idIndex', () => {
  const [book, ...tests] = runbook('T1059.001', 'PowerShell', [{ name: 'Run it' }]);
  const index = idIndex(
    fakeGraph({
      nodes: [
        technique('T1059.001', 'PowerShell'),
        ...[book, ...tests, page('Hub'), tag('cve_2021_1675'), tag('other'), tactic('Execution', 'TA0002')],
        rule('r', 'Exploit of CVE-2021-1675', { sigma: { idText: 'ABCD' }, name: 'win_exploit_cve_2021_1675' }),
      ],
    }),
  );

  it('gives ids, guids and CVEs with their pages, a technique before its runbook', () => {
    expect(index).toEqual([
      ['t1059.001', 'T1059.001 PowerShell', '/techniques/T1059.001/', 'Sub-technique'],
      ['ta0002', 'Execution', '/tactics/execution/', 'Tactic'],
      ['abcd', 'Exploit of CVE-2021-1675', '/rules/r/', 'Detection rule'],
      ['cve-2021-1675', 'Exploit of CVE-2021-1675', '/rules/r/', 'Detection rule'],
      ['t1059.001', 'T1059.001 PowerShell', '/tests/T1059.001/', 'Test runbook'],
      ['t1059.001-0', 'Run it', '/tests/T1059.001/#T1059.001-0', 'Atomic test'],
      ['cve-2021-1675', 'cve_2021_1675', '/tags/cve_2021_1675/', 'Tag'],
    ]);
  });
});
