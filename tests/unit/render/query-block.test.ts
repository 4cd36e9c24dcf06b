import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../src/render/index.ts';
import { vaultPath } from '../../../src/source/index.ts';
import { graphOf, renderIn } from './small-vault.ts';
import type { Files } from './small-vault.ts';

const rule = (title: string): string =>
  `---\ntitle: ${title}\nlevel: High\nstatus: test\ntags: [detection_rule]\n---\nText.\n`;
const rules = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index + 1}.md`, rule(`Rule ${index + 1}`)]));
const host = '# Host\n\n## Rules\n\n```query\ntag:detection_rule\n```\n';

/** The results that a page links, in order. */
function resultsIn(html: string): readonly (string | undefined)[] {
  return [...html.matchAll(/<a data-note-path="([^"]*)" href="[^"]*">/g)].map(([, path]) => path);
}

const MISTAKEN = '<pre tabindex="0" role="group" aria-label="Search with a mistake">';

describe('a query block', () => {
  it('lists every result once, in order', () => {
    const { html, toc } = renderIn({ 'Host.md': host, ...rules(47) }, 'Host.md');
    expect(resultsIn(html)).toEqual(Array.from({ length: 47 }, (_, index) => `r${index + 1}.md`));
    expect(html).toContain('<b>47 rules</b>');
    expect(toc).toEqual([{ id: 'rules', text: 'Rules', depth: 2, detail: '47' }]);
  });

  it.each([
    [20, undefined],
    [21, 'Show all 21'],
  ])('with %i results folds what comes after 20, in one table', (count, words) => {
    const { html } = renderIn({ 'Host.md': host, ...rules(count) }, 'Host.md');
    expect(html.match(/<table aria-label="Search results: \d+ rules">/g)).toHaveLength(1);
    expect(resultsIn(html)).toHaveLength(count);
    expect(/<section[^>]* data-folded/.test(html)).toBe(words !== undefined);
    expect(/<button class="unfold js-only"[^>]*>(.*?)<\/button>/.exec(html)?.[1]).toBe(words);
  });

  it('sorts levels from the gravest down', () => {
    const { html } = renderIn({ 'Host.md': host, ...rules(1) }, 'Host.md');
    expect(html).toContain('<td data-sort="1"><span class="level high">high</span></td>');
  });

  it.each([
    ['status: test', '<td data-sort="1">test</td>'],
    ['status: Experimental', '<td data-sort="2">Experimental</td>'],
    ['status: odd', '<td>odd</td>'],
    ['', '<td></td>'],
  ])('sorts a rule with %j from the most trusted down', (line, cell) => {
    const rule = `---\ntags: [detection_rule]\n---\n\n\`\`\`yaml\ntitle: A\n${line}\nlevel: high\nlogsource: {product: windows}\ndetection: {s: {a: b}, condition: s}\n\`\`\`\n`;
    const { html } = renderIn({ 'Host.md': host, 'r.md': rule }, 'Host.md');
    expect(html).toContain(`high</span></td>${cell}<td><code>windows</code></td>`);
  });

  it('shows a long search that is malformed once, and of it a stretch around each mistake', () => {
    const search = `${'(Z'.repeat(4_000)} )))))`;
    const { html } = renderIn({ 'Host.md': `\`\`\`query\n${search}\n\`\`\`\n` }, 'Host.md');
    expect(html).toContain(`${MISTAKEN}${search}</pre>`);
    expect(html).toContain('^');
    expect(html.length).toBeLessThan(search.length + 100 * 800);
  });

  it('links under the base of the site', () => {
    expect(renderIn({ 'Host.md': host, ...rules(1) }, 'Host.md', '/sub/').html).toContain('href="/sub/rules/r1/"');
  });

  it('never lists a note that is not published', () => {
    const graph = graphOf({ 'Host.md': host, ...rules(3) }, ['r1.md', 'r2.md']);
    const node = graph.noteAt(vaultPath('Host.md'));
    expect(node).toBeDefined();
    if (node === undefined) return;
    const { html } = createRenderer(graph, { base: '/' }).renderNote(node);
    expect(resultsIn(html)).toEqual(['r3.md']);
    expect(html).toContain('<b>1 rule</b>');
    expect(html).not.toContain('Rule 1');
  });

  it('says so when none of the results is published', () => {
    const graph = graphOf({ 'Host.md': host, ...rules(1) }, ['r1.md']);
    const node = graph.noteAt(vaultPath('Host.md'));
    const html = node === undefined ? '' : createRenderer(graph, { base: '/' }).renderNote(node).html;
    expect(html).toContain('<p class="empty">No note that is published here matches.</p>');
  });

  it('lists notes of several kinds by their titles', () => {
    const { html } = renderIn(
      { 'Host.md': '```query\nfile:a\n```', 'a1.md': rule('Rule'), 'a2.md': 'Page' },
      'Host.md',
    );
    expect(html).toContain(
      '<b>2 notes</b></header><ul><li><a data-note-path="a1.md" href="/rules/a1/">Rule</a> <small>Detection rule</small></li>',
    );
    expect(html).not.toContain('<table');
  });

  it('shows a level that is no Sigma level as text', () => {
    const files = { 'Host.md': host, 'r.md': rule('R').replace('High', 'Query-Block') };
    expect(renderIn(files, 'Host.md').html).toContain('<td>Query-Block</td>');
  });

  it('stands where it stands: in lists, callouts and embeds', () => {
    const files = {
      'Host.md': '- x\n\n  ```query\n  tag:a\n  ```\n\n![[Other]]',
      'Other.md': '> [!info]- T\n> ```query\n> tag:b\n> ```',
    };
    const { html } = renderIn(files, 'Host.md');
    const sections = [
      ...html.matchAll(/<section class="query-block" data-path="(.*?)" data-line="(.*?)"><header><code>(.*?)</g),
    ];
    expect(sections.map(([, ...parts]) => parts.join(' '))).toEqual(['Host.md 3 tag:a', 'Other.md 2 tag:b']);
  });

  it('points at a mistake after tabs', () => {
    const { html } = renderIn({ 'Host.md': '```query\na\n\t"b\n```' }, 'Host.md');
    expect(html).toContain(`${MISTAKEN}a\n\t"b\n\t^</pre>`);
    expect(html).toContain('This quote is never closed.');
  });
});
