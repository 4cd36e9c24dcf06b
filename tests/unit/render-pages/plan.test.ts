import { describe, expect, it } from 'vitest';
import { planSite } from '../../../src/render/index.ts';
import type { RenderedNote } from '../../../src/render/index.ts';
import { fakeGraph, logSource, page } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const noBody = (): RenderedNote => ({ html: '', toc: [], diagnostics: [] });
const own = ['', 'techniques', 'rules', 'tests', 'tactics', 'platforms', 'data-sources', 'log-sources', 'tags'];

describe('planSite', () => {
  const graph = smallVault();
  const plans = planSite(graph, { base: '/' }, noBody).pages;

  it('plans the site’s own pages, one for every node but tests, and one for every product', () => {
    const rooms = [...own, 'coverage', 'notes'].map((name) => (name === '' ? '/' : `/${name}/`));
    const nodes = graph.nodes.filter(({ kind }) => kind !== 'test').map(({ url }) => url);
    expect(plans.map(({ url }) => url).sort()).toEqual([...rooms, ...nodes, '/log-sources/windows/'].sort());
  });

  it('gives no address to two pages', () => {
    expect(new Set(plans.map(({ url }) => url.toLowerCase())).size).toBe(plans.length);
  });

  it('builds at each address a page of the kind and address that it promised', () => {
    const built = plans.map(({ build }) => build());
    expect(built.map(({ url, kind }) => ({ url, kind }))).toEqual(plans.map(({ url, kind }) => ({ url, kind })));
  });

  it('gives every page words for its title, its kind and its description', () => {
    for (const { build } of plans) {
      const { title, documentTitle, description, kindLabel } = build();
      for (const text of [title, documentTitle, description, kindLabel]) expect(text).not.toBe('');
      expect(description.length).toBeLessThanOrEqual(161);
    }
  });

  it('gives every list of a page a name of its own in the address, and its heads labels of their own', () => {
    for (const built of plans.map(({ build }) => build())) {
      if (built.kind === 'home') continue;
      const lists = built.sections.flatMap(({ id }) => [id, `${id}-sort`]);
      const names = [...lists, ...(built.kind === 'list' ? (built.filters ?? []).map(({ facet }) => facet) : [])];
      expect(new Set(names).size, built.url).toBe(names.length);
      for (const { table } of built.sections) {
        const labels = table.columns.map(({ label }) => label.toLowerCase());
        expect(new Set(labels).size, `${built.url} ${labels.join()}`).toBe(labels.length);
        expect(labels.filter((label) => label.startsWith('-'))).toEqual([]);
      }
    }
  });

  it('renders a note only when its page is built', () => {
    const rendered: string[] = [];
    const lazy = planSite(graph, { base: '/' }, (node) => {
      rendered.push(node.path);
      return noBody();
    }).pages;
    expect(rendered).toEqual([]);
    lazy.find(({ url }) => url === '/hub/')?.build();
    expect(rendered).toEqual(['Hub.md']);
  });

  it('puts every link of every page under the base', () => {
    const under = planSite(graph, { base: '/sub/' }, noBody).pages.map(({ build }) => build());
    const hrefs = [...JSON.stringify(under).matchAll(/"(?:href|downloadHref)":"([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    );
    expect(hrefs.length).toBeGreaterThan(100);
    expect(hrefs.filter((href) => !href.startsWith('/sub/') && !href.startsWith('https://'))).toEqual([]);
  });

  it('leaves out the page of a product whose address a note has', () => {
    const note = { ...page('Windows'), url: '/log-sources/windows/' };
    const taken = fakeGraph({ nodes: [note, logSource('windows', 'dns'), logSource('zeek', 'dns')] });
    const urls = planSite(taken, { base: '/' }, noBody).pages.map(({ url }) => url);
    expect(urls.filter((url) => url === '/log-sources/windows/')).toHaveLength(1);
    expect(urls).toContain('/log-sources/zeek/');
  });

  it('builds the site of an empty vault', () => {
    const pages = planSite(fakeGraph({ nodes: [] }), { base: '/' }, noBody).pages.map(({ build }) => build());
    expect(pages).toHaveLength(own.length + 2);
  });
});
