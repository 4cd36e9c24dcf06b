import type { Graph } from '../../../src/graph/index.ts';
import {
  dataComponent,
  dataSource,
  edges,
  fakeGraph,
  logSource,
  page,
  platform,
  rule,
  runbook,
  tactic,
  tag,
  technique,
} from './fake-graph.ts';

/**
 * A vault with one of everything: T1003 with two sub-techniques, one of them detected and tested;
 * T1059 tested only; T1105 with nothing; a rule of a technique without a note, and one of none.
 */
export function smallVault(): Graph {
  const dumping = technique('T1003', 'OS Credential Dumping', {
    tactics: ['Credential Access'],
    text: '## OS Credential Dumping\n\n### Description\n\nAttackers read `lsass`.\n',
  });
  const lsass = technique('T1003.001', 'LSASS Memory', {
    tactics: ['Credential Access'],
    platforms: ['Windows'],
    components: [{ source: 'Process', component: 'Process Access' }],
    created: '2020-02-11',
    modified: '2023-07-24',
    version: '1.3',
    sourceUrl: 'https://attack.mitre.org/techniques/T1003/001',
    defensesBypassed: ['Anti-virus'],
    text: '### Description\n\nMemory of `lsass.exe` is read with C:\\Windows\\System32\\rundll32.exe.\n\n### References\n',
  });
  const sam = technique('T1003.002', 'Security Account Manager', { tactics: ['Credential Access'] });
  const scripting = technique('T1059', 'Command Interpreter', { tactics: ['Execution', 'Credential Access'] });
  const transfer = technique('T1105', 'Ingress Tool Transfer', { tactics: ['Command and Control'] });
  const dump = rule('1f0b6ef2-0000-4000-8000-000000000001', 'LSASS Dump', {
    name: 'proc_access_win_lsass_dump',
    techniques: ['T1003.001', 'T1999'],
    tactics: ['Credential Access'],
    yaml: 'title: LSASS Dump\n',
    sigma: {
      idText: '1f0b6ef2-0000-4000-8000-000000000001',
      level: 'high',
      status: 'test',
      author: 'Ada Example',
      date: '2020/02/18',
      description: 'Finds a process that reads the memory of lsass.',
      logSource: { product: 'windows', category: 'process_access', service: undefined },
      falsePositives: ['Backup agents'],
      references: [
        'https://example.org/lsass',
        'hxxps://evil[.]example/x',
        'https://attack.mitre.org/techniques/T1003/001/',
      ],
    },
  });
  const orphan = rule('orphan', 'Another Rule', { sigma: { level: 'low', date: '2021/03/04', modified: '2023/1/5' } });
  const [lsassTests, ...lsassSections] = runbook('T1003.001', 'LSASS Memory', [
    { name: 'Dump with rundll32', platforms: ['windows'], executor: 'powershell', elevationRequired: true },
    { name: 'Dump by hand', platforms: ['windows', 'Linux'], executor: 'manual' },
  ]);
  const [shellTests, ...shellSections] = runbook('T1059', 'Command Interpreter', [{ platforms: ['Linux'] }]);
  return fakeGraph({
    nodes: [
      ...[dumping, lsass, sam, scripting, transfer, dump, orphan, lsassTests, ...lsassSections],
      ...[shellTests, ...shellSections, page('Hub', 'The hub.\n'), tag('techniques'), tag('T1003_001'), tag('area/a')],
      ...[tag('area'), tactic('Credential Access', 'TA0006'), tactic('Execution'), tactic('Command and Control')],
      ...[platform('Windows'), platform('Linux'), dataSource('Process'), dataComponent('Process', 'Process Access')],
      logSource('windows', 'process_access'),
    ],
    edges: [
      ...edges('sub-technique-of', 'technique:T1003.001 > technique:T1003', 'technique:T1003.002 > technique:T1003'),
      ...edges('technique-tactic', 'technique:T1003 > tactic:credential-access'),
      ...edges('technique-tactic', 'technique:T1003.001 > tactic:credential-access'),
      ...edges('technique-tactic', 'technique:T1003.002 > tactic:credential-access'),
      ...edges('technique-tactic', 'technique:T1059 > tactic:execution', 'technique:T1059 > tactic:credential-access'),
      ...edges('technique-tactic', 'technique:T1105 > tactic:command-and-control'),
      ...edges('technique-platform', 'technique:T1003.001 > platform:windows'),
      ...edges('technique-component', 'technique:T1003.001 > data-component:process/process-access'),
      ...edges('rule-technique', `${dump.id} > technique:T1003.001`),
      ...edges('rule-log-source', `${dump.id} > log-source:windows/process_access`),
      ...edges('test-technique', ...lsassSections.map(({ id }) => `${id} > technique:T1003.001`)),
      ...edges('test-technique', ...shellSections.map(({ id }) => `${id} > technique:T1059`)),
      ...edges('runbook-test', ...lsassSections.map(({ id }) => `runbook:T1003.001 > ${id}`)),
      ...edges('runbook-test', ...shellSections.map(({ id }) => `runbook:T1059 > ${id}`)),
      ...edges('note-tag', 'technique:T1003.001 > tag:techniques', 'technique:T1003.001 > tag:t1003_001'),
      ...edges('note-tag', 'page:hub > tag:area/a', 'technique:T1003 > tag:area'),
      ...edges('note-link', 'technique:T1003 > technique:T1003.001', 'page:hub > technique:T1003.001'),
      ...edges('block-result', 'page:hub > technique:T1003.001', `technique:T1003.001 > ${dump.id}`),
      ...edges('block-result', 'technique:T1003.001 > runbook:T1003.001'),
    ],
  });
}
