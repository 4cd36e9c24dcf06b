import { describe, expect, it } from 'vitest';
import { linkedVault, ruleText, runbookText, techniqueText } from '../graph/linked-vault.ts';
import { articleAt, factsOf, rowsOf, textsOf } from './built-page.ts';
import { edges, fakeGraph, rule, runbook, tactic, technique } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const vault = smallVault();

describe('the page of a sub-technique', () => {
  const page = articleAt(vault, '/techniques/T1003.001/');

  it('states its facts, linked', () => {
    expect(factsOf(page)).toEqual({
      ID: ['T1003.001'],
      Tactics: ['Credential Access > /tactics/credential-access/'],
      Platforms: ['Windows > /platforms/windows/'],
      'Data components': ['Process: Process Access > /data-sources/process/process-access/'],
      Version: ['1.3'],
      Created: ['2020-02-11'],
      Changed: ['2023-07-24'],
      'Defenses bypassed': ['Anti-virus'],
      Tags: ['techniques > /tags/techniques/'],
      Source: ['attack.mitre.org > https://attack.mitre.org/techniques/T1003/001'],
    });
  });

  it('tells its tactics and platforms also while facts are folded', () => {
    expect(page.facts.filter(({ isBrief }) => isBrief).map(({ label }) => label)).toEqual(['Tactics', 'Platforms']);
  });

  it('names itself and stands below its tactic and its parent', () => {
    expect(page).toMatchObject({
      kind: 'technique',
      kindLabel: 'Sub-technique',
      idText: 'T1003.001',
      title: 'LSASS Memory',
      documentTitle: 'T1003.001 LSASS Memory · Sub-technique',
      description: 'Memory of lsass.exe is read with C:\\Windows\\System32\\rundll32.exe.',
    });
    expect(page.crumbs.map(({ text }) => text)).toEqual(['Matrix', 'Credential Access', 'T1003 OS Credential Dumping']);
  });

  it('counts its own rules and tests, and apart from them its parent’s', () => {
    expect(page.strip).toMatchObject({ rules: 1, tests: 2, subTechniques: 0, parent: { rules: 0, tests: 0 } });
  });

  it('tells the levels of its rules, and how surely a test tries one', () => {
    expect(page.strip).toMatchObject({ levels: [{ name: 'high', count: 1 }], tested: { text: 'same technique' } });
    expect(page.strip?.tested?.href).toMatch(/\/coverage\/#tried$/);
  });

  it('tells who links to it apart from whose search lists it', () => {
    expect(page.backlinks.map(({ text }) => text)).toEqual(['Hub', 'T1003 OS Credential Dumping']);
    expect(page.listedIn.map(({ text, detail }) => [text, detail])).toEqual([['Hub', 'Note']]);
  });

  it('repeats no rule and no test that a search of the note lists', () => {
    expect(page.sections).toEqual([]);
  });

  it('leads on within its first tactic', () => {
    expect(page.previous?.href).toBe('/techniques/T1003/');
    expect(page.next?.href).toBe('/techniques/T1003.002/');
    expect(articleAt(vault, '/techniques/T1003/').previous).toBeUndefined();
    expect(articleAt(vault, '/techniques/T1003.002/').next).toBeUndefined();
  });
});

describe('the page of a technique', () => {
  it('counts its sub-techniques’ rules and tests apart from its own, and lists them', () => {
    const page = articleAt(vault, '/techniques/T1003/');
    expect(page.strip).toEqual({
      rules: 0,
      tests: 0,
      rulesHref: undefined,
      testsHref: undefined,
      subTechniques: 2,
      subTechniqueRules: 1,
      subTechniqueTests: 2,
      levels: [],
      tested: undefined,
    });
    expect(textsOf(page, 'sub-techniques')).toEqual([
      ['T1003.001', 'LSASS Memory', '1', '2'],
      ['T1003.002', 'Security Account Manager', '0', '0'],
    ]);
    expect(rowsOf(page, 'sub-techniques')[0]?.map(({ href }) => href)).toEqual([
      '/techniques/T1003.001/',
      '/techniques/T1003.001/',
      undefined,
      undefined,
    ]);
  });

  it('lists its sub-techniques by what their names add to its own', () => {
    const names = ['Shell', 'Shell: Bash', 'Shells: Zsh', 'Shell:', 'Shell:Fish'];
    const nodes = names.map((name, index) => technique(index === 0 ? 'T1001' : `T1001.00${index}`, name));
    const below = nodes.slice(1).map(({ id }) => `${id} > technique:T1001`);
    const graph = fakeGraph({ nodes, edges: edges('sub-technique-of', ...below) });
    expect(textsOf(articleAt(graph, '/techniques/T1001/'), 'sub-techniques').map((row) => row[1])).toEqual([
      'Bash',
      'Shells: Zsh',
      'Shell:',
      'Fish',
    ]);
  });

  it('counts a rule of two sub-techniques once below their parent', () => {
    const graph = fakeGraph({
      nodes: [technique('T1001', 'A'), technique('T1001.001', 'B'), technique('T1001.002', 'C'), rule('r', 'R')],
      edges: [
        ...edges('sub-technique-of', 'technique:T1001.001 > technique:T1001', 'technique:T1001.002 > technique:T1001'),
        ...edges('rule-technique', 'rule:r > technique:T1001.001', 'rule:r > technique:T1001.002'),
      ],
    });
    expect(articleAt(graph, '/techniques/T1001/').strip).toMatchObject({ rules: 0, subTechniqueRules: 1 });
  });

  it('lists the rules and tests that no search of the note does', () => {
    const [book, ...tests] = runbook('T1001', 'A', [{ name: 'Try it' }]);
    const graph = fakeGraph({
      nodes: [technique('T1001', 'A'), rule('r', 'R', { techniques: ['T1001'] }), book, ...tests],
      edges: [
        ...edges('rule-technique', 'rule:r > technique:T1001'),
        ...edges('test-technique', 'test:T1001-0 > technique:T1001'),
      ],
    });
    const page = articleAt(graph, '/techniques/T1001/');
    expect(page.sections.map(({ id }) => id)).toEqual(['rules', 'tests']);
    expect(page.description).toBe('T1001 A: 1 detection rule and 1 atomic test.');
  });

  it('stands below the list of techniques when it names no tactic', () => {
    const graph = fakeGraph({ nodes: [technique('T1001', 'A')] });
    expect(articleAt(graph, '/techniques/T1001/').crumbs.map(({ text }) => text)).toEqual(['Matrix', 'Techniques']);
  });

  it.each(['javascript:alert(1)', 'not an address', 'ftp://example.org/', undefined])(
    'does not link %j as its source',
    (sourceUrl) => {
      const graph = fakeGraph({ nodes: [technique('T1001', 'A', { sourceUrl })] });
      expect(factsOf(articleAt(graph, '/techniques/T1001/'))).toEqual({ ID: ['T1001'] });
    },
  );

  it('shows tactics in the order of the matrix', () => {
    const graph = fakeGraph({
      nodes: [technique('T1001', 'A'), tactic('Collection'), tactic('Execution'), tactic('Impact')],
      edges: edges(
        'technique-tactic',
        ...['collection', 'impact', 'execution'].map((name) => `technique:T1001 > tactic:${name}`),
      ),
    });
    const page = articleAt(graph, '/techniques/T1001/');
    expect(page.facts[1]?.values.map(({ text }) => text)).toEqual(['Execution', 'Collection', 'Impact']);
  });

  it('gives a section another id where the note has a heading of that name', () => {
    const graph = fakeGraph({
      nodes: [technique('T1001', 'A', { text: '## Sub-techniques\n' }), technique('T1001.001', 'B')],
      edges: edges('sub-technique-of', 'technique:T1001.001 > technique:T1001'),
    });
    const page = articleAt(graph, '/techniques/T1001/');
    expect(page.sections.map(({ id }) => id)).toEqual(['sub-techniques-list']);
  });
});

describe('the page of a technique that ATT&CK took out', () => {
  const side = technique('T1574.002', 'Side-Loading');

  it('says so first, and leads to what took its place', () => {
    const page = articleAt(fakeGraph({ nodes: [side, technique('T1574.001', 'DLL')] }), '/techniques/T1574.002/');
    expect(page.notice).toEqual([
      { text: 'ATT&CK revoked T1574.002; ' },
      { text: 'T1574.001 DLL', href: '/techniques/T1574.001/' },
      { text: ' took its place.' },
    ]);
    expect(page.search.fate).toBe('revoked by ATT&CK');
  });

  it.each([
    ['T1574.002', 'ATT&CK revoked T1574.002; T1574.001 took its place.'],
    ['T1454', 'ATT&CK revoked T1454 and names nothing in its place.'],
    ['T1064', 'ATT&CK deprecated T1064 and names nothing in its place.'],
    ['T1059', undefined],
  ])('says of %s alone: %s', (id, sentence) => {
    const page = articleAt(fakeGraph({ nodes: [technique(id, 'Name')] }), `/techniques/${id}/`);
    expect(page.notice?.map(({ text }) => text).join('')).toBe(sentence);
  });
});

describe('the figures of a technique', () => {
  const rules = {
    'a.md': ruleText({ id: 1, techniques: ['T1003'] }),
    'b.md': ruleText({ id: 2, techniques: ['T1003'] }),
  };
  const tests = { 'R.md': runbookText(['T1003'], [{ name: 'First', guid: 3 }]) };
  const placesOf = (body: string, others: Readonly<Record<string, string>> = {}): readonly unknown[] => {
    const { graph } = linkedVault({ 'T1003.md': techniqueText('T1003', { body }), ...others });
    const { strip } = articleAt(graph, '/techniques/T1003/');
    return [strip?.rulesHref, strip?.testsHref];
  };
  const search = (words: string): string => `\`\`\`query\n${words}\n\`\`\`\n\n`;

  it('lead to the heading above the search that lists the most of them', () => {
    const body = `${search('file: a.md')}### All\n\n${search('tag: detection_rule')}### Tests\n\n${search('file: R.md')}`;
    expect(placesOf(body, { ...rules, ...tests })).toEqual(['#all', '#tests']);
  });

  it('lead to the section that lists what no search does', () => {
    expect(placesOf('', { ...rules, ...tests })).toEqual(['#rules', '#tests']);
    expect(placesOf('### Rules\n\n### Tests\n', { ...rules, ...tests })).toEqual(['#rules-list', '#tests-list']);
  });

  it('lead nowhere where there are none', () => {
    expect(placesOf('### Rules\n\n')).toEqual([undefined, undefined]);
  });
});
