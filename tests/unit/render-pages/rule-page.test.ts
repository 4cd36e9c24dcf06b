import { describe, expect, it } from 'vitest';
import { parseSigmaId } from '../../../src/domain/index.ts';
import { articleAt, factsOf, rowsOf, textsOf } from './built-page.ts';
import { edges, fakeGraph, logSource, rule, tag } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const vault = smallVault();
const id = '1f0b6ef2-0000-4000-8000-000000000001';
const page = articleAt(vault, `/rules/${id}/`);

describe('the page of a rule', () => {
  it('states its facts, a technique without a note as text', () => {
    expect(factsOf(page)).toEqual({
      ID: [id],
      Status: ['test'],
      Level: ['high'],
      'Log source': ['windows / process_access > /log-sources/windows/process_access/'],
      Author: ['Ada Example'],
      Created: ['2020-02-18'],
      Techniques: ['T1003.001 LSASS Memory > /techniques/T1003.001/', 'T1999'],
    });
    expect(page.facts.find(({ label }) => label === 'Level')?.values[0]?.level).toBe('high');
  });

  it.each([
    ['2021/3/5', '2021-03-05'],
    ['2021.03.05', '2021-03-05'],
    ['2021-03-05 10:15:00', '2021-03-05 10:15:00'],
    ['05/03/2021', '05/03/2021'],
    ['2021/03', '2021/03'],
    ['last spring', 'last spring'],
  ])('writes the date %j as %j', (date, written) => {
    const graph = fakeGraph({ nodes: [rule('r', 'R', { sigma: { date } })] });
    expect(factsOf(articleAt(graph, '/rules/r/'))['Created']).toEqual([written]);
  });

  it('says so when the author is not stated', () => {
    expect(factsOf(articleAt(vault, '/rules/orphan/'))).toEqual({
      Level: ['low'],
      Author: ['not stated'],
      Created: ['2021-03-04'],
      Changed: ['2023-01-05'],
    });
  });

  it('links its tags', () => {
    const graph = fakeGraph({
      nodes: [rule('r', 'R'), tag('T1003_001')],
      edges: edges('note-tag', 'rule:r > tag:t1003_001'),
    });
    expect(factsOf(articleAt(graph, '/rules/r/'))['Tags']).toEqual(['T1003_001 > /tags/t1003_001/']);
  });

  it('is described by its Sigma text and offers its own YAML', () => {
    expect(page.description).toBe('Finds a process that reads the memory of lsass.');
    expect(page.downloadHref).toBe(`/rules/${id}.yml`);
    expect(articleAt(vault, '/rules/orphan/').downloadHref).toBeUndefined();
  });

  it('stands below its product and log source', () => {
    expect(page.crumbs.map(({ text, href }) => [text, href])).toEqual([
      ['Rules', '/rules/'],
      ['windows', '/log-sources/windows/'],
      ['windows / process_access', '/log-sources/windows/process_access/'],
    ]);
  });

  it('lists its techniques and the tests of the same', () => {
    expect(textsOf(page, 'techniques')).toEqual([
      ['T1003.001', 'LSASS Memory', 'Credential Access', '1', '2'],
      ['T1999', 'no note in this vault', '', '', ''],
    ]);
    expect(rowsOf(page, 'tests')[0]).toEqual([
      { text: 'Dump with rundll32', href: '/tests/T1003.001/#T1003.001-0' },
      { text: 'windows' },
      { text: 'powershell', code: true },
      { text: 'same technique', sort: 2 },
      { text: 'T1003.001' },
    ]);
  });

  it('links references that are web addresses, ours before ATT&CK’s, and leaves defanged ones as text', () => {
    expect(rowsOf(page, 'references')).toEqual([
      [{ text: 'https://example.org/lsass', href: 'https://example.org/lsass', external: true }],
      [{ text: 'hxxps://evil[.]example/x' }],
      [{ text: 'T1003.001 LSASS Memory', href: '/techniques/T1003.001/' }],
    ]);
    expect(textsOf(page, 'false-positives')).toEqual([['Backup agents']]);
  });

  it.each(['https://evil[.]example', 'http://a b', 'javascript:alert(1)', 'https:/x', 'internal ticket'])(
    'leaves the reference %j as text',
    (reference) => {
      const graph = fakeGraph({ nodes: [rule('r', 'R', { sigma: { references: [reference] } })] });
      expect(rowsOf(articleAt(graph, '/rules/r/'), 'references')).toEqual([[{ text: reference }]]);
    },
  );

  it('leads on within its log source by title', () => {
    const names = ['Zeta', 'alpha 10', 'alpha 2'];
    const graph = fakeGraph({
      nodes: [...names.map((name) => rule(name, name)), rule('other', 'Beta'), logSource('windows', 'dns')],
      edges: edges('rule-log-source', ...names.map((name) => `rule:${name} > log-source:windows/dns`)),
    });
    const middle = articleAt(graph, '/rules/alpha 10/');
    expect([middle.previous?.text, middle.next?.text]).toEqual(['alpha 2', 'Zeta']);
    expect(articleAt(graph, '/rules/other/').next).toBeUndefined();
  });
});

describe('related rules', () => {
  const ids = ['11111111-0000-4000-8000-000000000000', '22222222-0000-4000-8000-000000000000'] as const;
  const first = rule('first', 'First', { sigma: { id: parseSigmaId(ids[0]), idText: ids[0], level: 'low' } });
  const second = rule('second', 'Second', {
    sigma: {
      id: parseSigmaId(ids[1]),
      idText: ids[1],
      related: [
        { id: ids[0].toUpperCase(), type: 'derived' },
        { id: 'gone', type: 'obsoletes' },
        { id: ids[1], type: 'similar' },
      ],
    },
  });
  const graph = fakeGraph({ nodes: [first, second] });

  it('are linked where the vault has them, with how they relate', () => {
    const rows = rowsOf(articleAt(graph, '/rules/second/'), 'related-rules');
    expect(rows.map(([name, words]) => [name?.text, name?.href, words?.text])).toEqual([
      ['First', '/rules/first/', 'derived from'],
      ['gone', undefined, 'replaces'],
      ['Second', '/rules/second/', 'similar to'],
    ]);
  });

  it('include the rules that name this one', () => {
    expect(textsOf(articleAt(graph, '/rules/first/'), 'related-rules')).toEqual([
      ['Second', 'derived from this rule', '', ''],
    ]);
  });

  it('stand once each, with all that relates them', () => {
    const related = (...all: readonly (readonly [number, string])[]): object => ({
      related: all.map(([place, type]) => ({ id: ids[place], type })),
    });
    const one = rule('first', 'First', {
      sigma: { id: parseSigmaId(ids[0]), idText: ids[0], ...related([1, 'similar'], [1, 'derived']) },
    });
    const other = rule('second', 'Second', {
      sigma: { id: parseSigmaId(ids[1]), idText: ids[1], ...related([0, 'similar']) },
    });
    const both = fakeGraph({ nodes: [one, other] });
    const ofFirst = articleAt(both, '/rules/first/');
    expect(textsOf(ofFirst, 'related-rules')).toEqual([['Second', 'similar to, derived from', '', '']]);
    expect(ofFirst.facts.find(({ label }) => label === 'Related')?.values).toHaveLength(1);
    expect(textsOf(articleAt(both, '/rules/second/'), 'related-rules')).toEqual([
      ['First', 'similar to, derived from this rule', '', ''],
    ]);
  });
});
