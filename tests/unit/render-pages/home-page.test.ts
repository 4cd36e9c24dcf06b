import { describe, expect, it } from 'vitest';
import { planSite } from '../../../src/render/index.ts';
import type { MatrixCell, RenderedNote } from '../../../src/render/index.ts';
import { homeOf, listAt } from './built-page.ts';
import { edges, fakeGraph, page, tactic, technique } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const vault = smallVault();
const noBody = (): RenderedNote => ({ html: '', toc: [], diagnostics: [] });

/** `T1003 0/0 [T1003.001 1/2]`: id, rules, tests, children. */
function drawn({ id, rules, tests, children }: MatrixCell): string {
  const below = children.length === 0 ? '' : ` [${children.map(drawn).join(', ')}]`;
  return `${id} ${String(rules)}/${String(tests)}${below}`;
}

describe('the home page', () => {
  it('has a column for each tactic in the order of the matrix, sub-techniques under their technique', () => {
    expect(homeOf(vault).columns.map(({ name, cells }) => [name, ...cells.map(drawn)])).toEqual([
      ['Execution', 'T1059 0/1'],
      ['Credential Access', 'T1003 0/0 [T1003.001 1/2, T1003.002 0/0]', 'T1059 0/1'],
      ['Command and Control', 'T1105 0/0'],
    ]);
  });

  it('shows a sub-technique by itself where its parent has no note or stands under another tactic', () => {
    const graph = fakeGraph({
      nodes: [
        technique('T1001', 'A', { tactics: ['Execution'] }),
        technique('T1001.001', 'B', { tactics: ['Impact'] }),
        technique('T1002.001', 'C', { tactics: ['Impact'] }),
        tactic('Impact'),
        tactic('Execution'),
      ],
      edges: [
        ...edges('sub-technique-of', 'technique:T1001.001 > technique:T1001'),
        ...edges('technique-tactic', 'technique:T1001 > tactic:execution', 'technique:T1001.001 > tactic:impact'),
        ...edges('technique-tactic', 'technique:T1002.001 > tactic:impact'),
      ],
    });
    expect(homeOf(graph).columns.map(({ cells }) => cells.map(drawn))).toEqual([
      ['T1001 0/0'],
      ['T1001.001 0/0', 'T1002.001 0/0'],
    ]);
  });

  it('has a last column for techniques without a tactic, which leads to their list', () => {
    const graph = fakeGraph({ nodes: [technique('T1001', 'A')] });
    const [column] = homeOf(graph).columns;
    expect(column).toMatchObject({ name: 'Without a tactic', href: '/tactics/#without-tactic' });
    expect(listAt(graph, '/tactics/').sections.map(({ id }) => id)).toContain('without-tactic');
  });

  it('counts, each figure leading to its list', () => {
    expect(homeOf(vault).figures.map(({ value, label, href }) => `${value} ${label} > ${href}`)).toEqual([
      '5 techniques and sub-techniques > /coverage/',
      '1 with a detection rule > /coverage/?with=a+rule',
      '2 with an atomic test > /coverage/?with=a+test',
      '1 with both > /coverage/?with=both#both',
      '3 with neither > /coverage/?with=neither#neither',
    ]);
  });

  it('offers what its techniques and their rules name, and says what each has of it', () => {
    const { filters, columns } = homeOf(vault);
    expect(filters.map(({ facet, names }) => [facet, ...names])).toEqual([
      ['platform', 'Windows'],
      ['data-source', 'Process'],
      ['level', 'high'],
      ['status', 'test'],
    ]);
    const lsass = columns[1]?.cells[0]?.children[0];
    expect(lsass?.traits).toEqual({
      platforms: [0],
      dataSources: [0],
      rules: [{ level: 0, status: 0, count: 1, platforms: [0] }],
      tests: [{ count: 2, platforms: [0] }],
    });
  });
});

describe('the frame of a site', () => {
  it('counts the techniques of each tactic and what each list holds', () => {
    const frame = planSite(vault, { base: '/sub/' }, noBody).frame;
    expect(frame).toMatchObject({ title: 'Test vault', base: '/sub/', attackAttribution: true });
    expect(frame.tactics.map(({ text, detail, href }) => [text, detail, href])).toEqual([
      ['Execution', '1', '/sub/tactics/execution/'],
      ['Credential Access', '4', '/sub/tactics/credential-access/'],
      ['Command and Control', '1', '/sub/tactics/command-and-control/'],
    ]);
    expect(frame.kinds.map(({ text, detail }) => [text, detail])).toEqual([
      ['Techniques', '5'],
      ['Rules', '2'],
      ['Tests', '3'],
      ['Data sources', '1'],
      ['Log sources', '1'],
      ['Platforms', '2'],
      ['Tags', '4'],
      ['Notes', '1'],
      ['Coverage', undefined],
    ]);
  });

  it('leaves out lists that hold nothing', () => {
    const frame = planSite(fakeGraph({ nodes: [page('Hub')] }), { base: '/' }, noBody).frame;
    expect(frame.kinds.map(({ text }) => text)).toEqual(['Notes', 'Coverage']);
    expect(frame.attackAttribution).toBe(false);
  });
});
