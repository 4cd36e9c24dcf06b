import { describe, expect, it } from 'vitest';
import { listAt, rowsOf, textsOf } from './built-page.ts';
import { block, dataComponent, dataSource, edges, fakeGraph, page, rule, technique } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const coverage = listAt(smallVault(), '/coverage/');

describe('the coverage page', () => {
  it('parts techniques by what they have', () => {
    const ids = (section: string): readonly (string | undefined)[] => textsOf(coverage, section).map(([id]) => id);
    expect(ids('both')).toEqual(['T1003.001']);
    expect(ids('rules-no-test')).toEqual([]);
    expect(ids('tests-no-rule')).toEqual(['T1059']);
    expect(ids('neither')).toEqual(['T1003', 'T1003.002', 'T1105']);
  });

  it('sums up, leading to its lists', () => {
    expect(rowsOf(coverage, 'summary').map((cells) => [cells[0]?.href, ...cells.map(({ text }) => text)])).toEqual([
      ['/coverage/?with=a+rule', 'A rule', '1', '20 %'],
      ['/coverage/?with=a+test', 'A test', '2', '40 %'],
      ['/coverage/#both', 'Both', '1', '20 %'],
      ['/coverage/#rules-no-test', 'Rules and no test', '0', '0 %'],
      ['/coverage/#tests-no-rule', 'Tests and no rule', '1', '20 %'],
      ['/coverage/#neither', 'Neither', '3', '60 %'],
      [undefined, 'All techniques and sub-techniques', '5', '100 %'],
    ]);
  });

  it('leads only to sections and choices that it has', () => {
    const having = coverage.filters?.find(({ facet }) => facet === 'with')?.names ?? [];
    const ids = new Set([
      ...coverage.sections.map(({ id }) => `/coverage/#${id}`),
      ...having.map((name) => `/coverage/?with=${name.replace(' ', '+')}`),
    ]);
    const links = rowsOf(coverage, 'summary').flatMap((cells) => cells[0]?.href ?? []);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it('names the rules without a technique and those whose technique has no note', () => {
    expect(textsOf(coverage, 'rules-without-technique').map(([title]) => title)).toEqual(['Another Rule']);
    expect(textsOf(coverage, 'rules-unknown-technique')).toEqual([['LSASS Dump', 'T1999']]);
  });

  it('names the data components that no technique with a rule has', () => {
    const graph = fakeGraph({
      nodes: [
        ...[technique('T1001', 'A'), technique('T1002', 'B'), rule('r', 'R'), dataSource('File')],
        ...[dataComponent('File', 'Read'), dataComponent('File', 'Write')],
      ],
      edges: [
        ...edges('technique-component', 'technique:T1001 > data-component:file/read'),
        ...edges('technique-component', 'technique:T1001 > data-component:file/write'),
        ...edges('technique-component', 'technique:T1002 > data-component:file/write'),
        ...edges('rule-technique', 'rule:r > technique:T1002'),
      ],
    });
    expect(textsOf(listAt(graph, '/coverage/'), 'components-without-rule')).toEqual([['Read', 'File', '1']]);
  });

  it('names searches without a result by note and line, and apart from them those with a mistake', () => {
    const [hub, other] = [page('Hub'), page('Another')];
    const empty = { kind: 'rows', rows: [], warnings: [], emptyReason: 'None.' } as const;
    const full = { ...empty, rows: [{ note: hub.note, matches: [] }], emptyReason: undefined };
    const graph = fakeGraph({
      nodes: [hub, other],
      blocks: [
        block(hub.note, 9, ['tag: a\ntag: b', empty]),
        block(hub.note, 3, ['tag:c', empty]),
        block(hub.note, 4, ['tag:d', full]),
        block(hub.note, 5, ['(tag:e', { kind: 'malformed', problems: [] }]),
        block(other.note, 30, ['tag:f', empty]),
      ],
    });
    const found = listAt(graph, '/coverage/');
    expect(textsOf(found, 'empty-searches')).toEqual([
      ['Another', '30', 'tag:f'],
      ['Hub', '3', 'tag:c'],
      ['Hub', '9', 'tag: a tag: b'],
    ]);
    expect(textsOf(found, 'malformed-searches')).toEqual([['Hub', '5', '(tag:e']]);
  });

  it('names broken links by note and line', () => {
    const graph = fakeGraph({
      nodes: [page('Hub', 'First line\n\n[[Gone#Part]] and [[Gone]] and [[There]]\n')],
      missing: ['Gone'],
    });
    expect(textsOf(listAt(graph, '/coverage/'), 'broken-links')).toEqual([
      ['Hub', '3', 'Gone#Part'],
      ['Hub', '3', 'Gone'],
    ]);
  });
});
