import { describe, expect, it } from 'vitest';
import { factsOf, listAt, rowsOf, textsOf } from './built-page.ts';
import { dataComponent, dataSource, edges, fakeGraph, logSource, rule, tactic, technique } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const vault = smallVault();
const lsass = ['T1003.001', 'LSASS Memory', 'Credential Access', '1', '2'];
const dump = ['LSASS Dump', 'high', 'test', 'windows / process_access', 'T1003.001, T1999'];
const lsassTests = [
  ['Dump with rundll32', 'windows', 'powershell', 'T1003.001'],
  ['Dump by hand', 'windows, Linux', 'manual', 'T1003.001'],
];

/** Address of a page, one of its sections, and the texts of its rows. */
const TABLES: readonly (readonly [url: string, section: string, rows: readonly (readonly string[])[]])[] = [
  [
    '/tests/',
    'runbooks',
    [
      ['T1003.001 LSASS Memory', 'windows, Linux', '2'],
      ['T1059 Command Interpreter', 'Linux', '1'],
    ],
  ],
  [
    '/tests/',
    'tests',
    [
      ['Dump with rundll32', 'windows', 'powershell', 'T1003.001'],
      ['Dump by hand', 'windows, Linux', 'manual', 'T1003.001'],
      ['Test 1', 'Linux', '', 'T1059'],
    ],
  ],
  [
    '/rules/',
    'rules',
    [
      ['Another Rule', 'low', '', '', '', '2023-01-05'],
      ['LSASS Dump', 'high', 'test', 'windows / process_access', 'T1003.001, T1999', '2020-02-18'],
    ],
  ],
  [
    '/tactics/',
    'tactics',
    [
      ['Execution', '1', '0', '1', '0', '0'],
      ['Credential Access', '4', '1', '2', '1', '2'],
      ['Command and Control', '1', '0', '0', '0', '1'],
    ],
  ],
  [
    '/tactics/credential-access/',
    'missing',
    [
      ['T1003', 'OS Credential Dumping', 'rule and test'],
      ['T1003.002', 'Security Account Manager', 'rule and test'],
      ['T1059', 'Command Interpreter', 'rule'],
    ],
  ],
  ['/tactics/credential-access/', 'rules', [dump]],
  [
    '/tactics/credential-access/',
    'tests',
    [
      ['Dump with rundll32', 'windows', 'powershell', 'T1003.001'],
      ['Dump by hand', 'windows, Linux', 'manual', 'T1003.001'],
      ['Test 1', 'Linux', '', 'T1059'],
    ],
  ],
  ['/tactics/command-and-control/', 'rules', []],
  ['/platforms/windows/', 'rules', [dump]],
  ['/platforms/linux/', 'rules', []],
  ['/data-sources/process/', 'rules', [dump]],
  ['/data-sources/process/process-access/', 'rules', [dump]],
  ['/data-sources/process/process-access/', 'tests', lsassTests],
  ['/log-sources/windows/process_access/', 'tests', lsassTests],
  ['/log-sources/windows/process_access/', 'missing', []],
  ['/tags/area/', 'missing', [['T1003', 'OS Credential Dumping', 'rule and test']]],
  [
    '/platforms/',
    'platforms',
    [
      ['Linux', '0', '0', '0', '0', '0', '2'],
      ['Windows', '1', '1', '1', '1', '0', '2'],
    ],
  ],
  ['/platforms/windows/', 'techniques', [lsass]],
  [
    '/platforms/windows/',
    'tests',
    [
      ['Dump with rundll32', 'windows', 'powershell', 'T1003.001'],
      ['Dump by hand', 'windows, Linux', 'manual', 'T1003.001'],
    ],
  ],
  ['/data-sources/', 'data-sources', [['Process', '1', '1', '1', '1', '1', '0']]],
  ['/data-sources/process/', 'components', [['Process Access', '1', '1', '1', '1', '0']]],
  ['/data-sources/process/', 'techniques', [lsass]],
  ['/data-sources/process/process-access/', 'techniques', [lsass]],
  ['/data-sources/process/', 'log-sources', [['windows / process_access', '1', '1', 'Process Access']]],
  ['/data-sources/process/process-access/', 'log-sources', [['windows / process_access', '1', '1', 'Process Access']]],
  ['/log-sources/', 'log-sources', [['windows / process_access', '1', '1', 'Process Access']]],
  ['/log-sources/windows/', 'log-sources', [['windows / process_access', '1', '1', 'Process Access']]],
  ['/log-sources/windows/process_access/', 'data-components', [['Process Access', 'Process', '1']]],
  ['/log-sources/windows/process_access/', 'techniques', [lsass]],
  [
    '/tags/',
    'tags',
    [
      ['area', '1', '1', '0', '0', '0'],
      ['area/a', '1', '0', '0', '0', '1'],
      ['T1003_001', '1', '1', '0', '0', '0'],
      ['techniques', '1', '1', '0', '0', '0'],
    ],
  ],
  ['/tags/techniques/', 'techniques', [lsass]],
  ['/tags/area/', 'nested', [['area/a', '1', '0', '0', '0', '1']]],
  ['/tags/area/a/', 'notes', [['Hub', '']]],
  ['/notes/', 'notes', [['Hub', '']]],
];

describe('list pages', () => {
  it.each(TABLES)('%s lists its %s', (url, section, rows) => {
    expect(textsOf(listAt(vault, url), section)).toEqual(rows);
  });

  it.each([
    ['/tactics/credential-access/', ['Matrix', 'Tactics']],
    ['/data-sources/process/process-access/', ['Matrix', 'Data sources', 'Process']],
    ['/log-sources/windows/process_access/', ['Matrix', 'Log sources', 'windows']],
    ['/tags/area/a/', ['Matrix', 'Tags', 'area']],
    ['/techniques/', ['Matrix']],
  ])('%s stands below %j', (url, crumbs) => {
    expect(listAt(vault, url).crumbs.map(({ text }) => text)).toEqual(crumbs);
  });

  it('sort levels and statuses by their weight, and counts as numbers', () => {
    const sorts = rowsOf(listAt(vault, '/rules/'), 'rules').map((cells) => [cells[1]?.sort, cells[2]?.sort]);
    expect(sorts).toEqual([
      [3, 5],
      [1, 1],
    ]);
    expect(rowsOf(listAt(vault, '/techniques/'), 'techniques')[1]?.[4]?.sort).toBe(2);
  });

  it('link the techniques of a rule that have notes', () => {
    const [, dumpRow] = rowsOf(listAt(vault, '/rules/'), 'rules');
    expect(dumpRow?.[4]?.values).toEqual([
      { text: 'T1003.001', code: true, href: '/techniques/T1003.001/' },
      { text: 'T1999', code: true },
    ]);
  });

  it('count a tactic’s techniques by what they have', () => {
    const page = listAt(vault, '/tactics/credential-access/');
    expect(page.idText).toBe('TA0006');
    expect(page.description).toBe('The tactic Credential Access. 4 techniques: 1 with a rule, 2 with a test.');
    expect(factsOf(page)).toEqual({
      ID: ['TA0006'],
      Techniques: ['4'],
      'With a rule': ['1 > /coverage/?with=a+rule&tactic=Credential+Access'],
      'With a test': ['2 > /coverage/?with=a+test&tactic=Credential+Access'],
      'With both': ['1 > /coverage/?with=both&tactic=Credential+Access#both'],
      'With neither': ['2 > /coverage/?with=neither&tactic=Credential+Access#neither'],
    });
  });

  it('lead on in the order of the matrix', () => {
    const { previous, next } = listAt(vault, '/tactics/credential-access/');
    expect([previous?.text, next?.text]).toEqual(['Execution', 'Command and Control']);
  });

  it('show techniques without a tactic with the tactics, only where there are any', () => {
    const graph = fakeGraph({ nodes: [technique('T1001', 'A')] });
    expect(textsOf(listAt(graph, '/tactics/'), 'without-tactic')).toEqual([['T1001', 'A', '', '0', '0']]);
    expect(listAt(vault, '/tactics/').sections.map(({ id }) => id)).toEqual(['tactics']);
  });

  it('list the rules that name a tactic alone, and of data only those that read it', () => {
    const component = dataComponent('Process', 'Process Access');
    const [read, other, tagged] = ['Reads it', 'Reads other logs', 'Names the tactic'].map((title, index) =>
      rule(`r${String(index)}`, title, { tactics: index === 2 ? ['Execution'] : [] }),
    );
    if (read === undefined || other === undefined || tagged === undefined) throw new Error('three rules');
    const graph = fakeGraph({
      nodes: [
        ...[technique('T1059', 'Interpreter'), tactic('Execution'), read, other, tagged],
        ...[dataSource('Process'), component, logSource('windows', 'process_access')],
      ],
      edges: [
        ...edges('technique-tactic', 'technique:T1059 > tactic:execution'),
        ...edges('technique-component', `technique:T1059 > ${component.id}`),
        ...edges('rule-technique', `${read.id} > technique:T1059`, `${other.id} > technique:T1059`),
        ...edges('rule-log-source', `${read.id} > log-source:windows/process_access`),
      ],
    });
    const titles = (url: string): readonly (string | undefined)[] =>
      textsOf(listAt(graph, url), 'rules').map(([title]) => title);
    expect(titles('/tactics/execution/')).toEqual(['Names the tactic', 'Reads it', 'Reads other logs']);
    expect(titles('/data-sources/process/')).toEqual(['Reads it']);
    expect(titles('/data-sources/process/process-access/')).toEqual(['Reads it']);
  });

  it('put techniques without an id last, by title', () => {
    const nameless = { ...technique('T1000', 'B nameless'), techniqueId: undefined };
    const graph = fakeGraph({
      nodes: [nameless, technique('T1002', 'A'), technique('T1001.010', 'C'), technique('T1001.002', 'D')],
      edges: edges('note-tag'),
    });
    expect(textsOf(listAt(graph, '/techniques/'), 'techniques').map(([id]) => id)).toEqual([
      'T1001.002',
      'T1001.010',
      'T1002',
      '–',
    ]);
  });

  it('say of a log source that the table does not have that its data components are unknown', () => {
    const graph = fakeGraph({ nodes: [logSource('windows', 'capi2'), logSource('windows', 'registry_event')] });
    const silent = listAt(graph, '/log-sources/windows/capi2/');
    expect(factsOf(silent)).toMatchObject({ 'Data components': ['unknown'] });
    expect(textsOf(silent, 'data-components')).toEqual([]);
    expect(silent.sections.find(({ id }) => id === 'data-components')?.emptyText).toMatch(/^Unknown: /);
    expect(rowsOf(listAt(graph, '/log-sources/'), 'log-sources').map((cells) => cells[3]?.text)).toEqual([
      'unknown',
      'Windows Registry Key Creation, Windows Registry Key Deletion, Windows Registry Key Modification',
    ]);
  });

  it('link the data components of a log source where a technique names them', () => {
    const graph = fakeGraph({
      nodes: [
        logSource('windows', 'process_creation'),
        dataSource('Command'),
        dataComponent('Command', 'Command Execution'),
      ],
    });
    const rows = rowsOf(listAt(graph, '/log-sources/windows/process_creation/'), 'data-components');
    expect(rows.map(([name]) => name)).toEqual([
      { text: 'Process Creation' },
      { text: 'Command Execution', href: '/data-sources/command/command-execution/' },
    ]);
  });

  it('say on the pages of data sources that ATT&CK retired them', () => {
    for (const url of ['/data-sources/', '/data-sources/process/']) {
      expect(listAt(vault, url).sections[0]?.lead).toContain('retired data sources in version 18');
    }
  });

  it('claim of no technique that it has all where there is none', () => {
    const graph = fakeGraph({ nodes: [logSource('windows', 'security')] });
    const missing = listAt(graph, '/log-sources/windows/security/').sections.find(({ id }) => id === 'missing');
    expect(missing?.emptyText).toBe('No technique here.');
  });
});
