import { describe, expect, it } from 'vitest';
import { idIndex } from '../../../src/render/index.ts';
import type { AttackIds, TechniqueId } from '../../../src/domain/index.ts';
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
      ['t1059.001', 'powershell', 't1059.001 - powershell', 'posh', 'ps one', 't1086'],
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

  it('leads from a revoked id to what took its place, and says so', () => {
    expect(index.filter(([key]) => key === 't1086')).toEqual([
      ['t1086', 'T1059.001 PowerShell', '/techniques/T1059.001/', 'Sub-technique', 'took the place of T1086'],
    ]);
  });

  it('knows no id of which the vault has neither a note nor what took its place', () => {
    expect(index.filter(([key]) => key === 't1193' || key === 't1064')).toEqual([]);
  });

  it('puts the note of a revoked id and its runbook before what took its place', () => {
    const nodes = [technique('T1574.001', 'DLL'), technique('T1574.002', 'Side'), ...runbook('T1574.002', 'Side', [])];
    const urls = idIndex(fakeGraph({ nodes })).flatMap(([key, , url]) => (key === 't1574.002' ? [url] : []));
    expect(urls).toEqual(['/techniques/T1574.002/', '/tests/T1574.002/', '/techniques/T1574.001/']);
  });

  it.each([
    ['the last of several', ['T2', 'T3'], '/techniques/T0003/'],
    ['the last that has a note', ['T2'], '/techniques/T0002/'],
  ])('follows steps of succession to %s', (_name, notes, url) => {
    const graph = fakeGraph({ nodes: notes.map((id) => technique(id.replace('T', 'T000'), id)) });
    const rows = idIndex(graph, succession('T0001', 'T0002', 'T0003')).filter(([key]) => key === 't0001');
    expect(rows.map((row) => row[2])).toEqual([url]);
  });
});

/** Ids of which each took the place of the one before it. */
function succession(...texts: readonly string[]): AttackIds {
  const ids = texts.map((text) => text as TechniqueId); // brand maker
  return {
    fateOf: () => ({ kind: 'newer' }),
    successorsOf: (id) => ids.slice(ids.indexOf(id) + 1),
    replaced: ids.slice(0, -1),
  };
}
