import { describe, expect, it } from 'vitest';
import { searchDocument } from '../../../src/site/search/search-document.ts';
import type { ArticlePage } from '../../../src/render/index.ts';

const base = { title: 'A & B <c>', idText: undefined, search: { filters: {}, aliases: [] }, html: '' };
const documentOf = (page: Partial<ArticlePage>): string => searchDocument({ ...base, ...page } as ArticlePage); // all that is read of it

describe('what a page is searched by', () => {
  it('is its title, id, facets, aliases and text', () => {
    const search = { filters: { kind: ['rule'], tag: ['a "b"', 'c'] }, aliases: ['T1059', 'T1059_001'] };
    expect(documentOf({ idText: 'T1059', search, html: '<p>Text</p>' })).toBe(
      '<!doctype html><html lang="en"><head>' +
        '<meta data-pagefind-filter="kind[content]" content="rule">' +
        '<meta data-pagefind-filter="tag[content]" content="a &quot;b&quot;">' +
        '<meta data-pagefind-filter="tag[content]" content="c">' +
        '<meta data-pagefind-meta="aka[content]" content="T1059 T1059_001"></head><body>' +
        '<h1 data-pagefind-meta="title">A &amp; B &lt;c&gt;</h1><code data-pagefind-meta="id">T1059</code>' +
        '<div data-pagefind-body><p>Text</p></div></body></html>',
    );
  });

  it('is found by no word of what ATT&CK made of it, which its hits say', () => {
    expect(documentOf({ search: { ...base.search, fate: 'revoked by ATT&CK' } })).toContain(
      '<head><meta data-pagefind-filter="fate[content]" content="revoked by ATT&amp;CK"></head>',
    );
  });

  it('holds no half of a surrogate, which Pagefind cannot read', () => {
    const search = { filters: { tag: ['a\uD800b'] }, aliases: ['c\uDC00'] };
    expect(documentOf({ title: 'd\uD800', search, html: '<p>\uDC00</p>' }).isWellFormed()).toBe(true);
  });

  const block = (inside: string): string => `<section class="query-block" data-path="a.md">${inside}</section>`;
  it.each([
    ['one', `<p>a</p>${block('<header>x</header>')}<p>b</p>`, '<p>a</p><p>b</p>'],
    ['two', `${block('x')}<p>a</p>${block('y')}`, '<p>a</p>'],
    ['one with sections in it', `a${block('<section>x</section>y')}b`, 'ab'],
    ['one with tags in its attributes', `a${block('<a title="</section>">x</a>')}b`, 'ab'],
    ['another section', '<section class="footnotes">a</section>', '<section class="footnotes">a</section>'],
    ['words that look like one', 'a &lt;section class="query-block"> b', 'a &lt;section class="query-block"> b'],
    ['an embedded note', 'a<div class="embed"><div>x</div><section>y</section></div>b', 'ab'],
    ['results in an embedded note', `a<div class="embed">${block('x')}</div>b${block('<div>y</div>')}`, 'ab'],
  ])('leaves out what has a page of its own: %s', (_what, html, expected) => {
    expect(documentOf({ html })).toContain(`<div data-pagefind-body>${expected}</div>`);
  });

  it('names what stands in a test by the heading of the test', () => {
    const test = (id: string): string =>
      `<section class="atomic-test" id="${id}"><h2 id="${id}1">Test</h2><section>x</section><h3 class="a" id="${id}2" title="<h4 id=">Cleanup</h3></section>`;
    const bare = (id: string): string => test(id).replace(` id="${id}2"`, '');
    const html = `<h2 id="x">About</h2><h3 id="y">More</h3>${test('a')}<p>b</p>${test('c')}<h2 id="z">End</h2>`;
    const expected = `<h2 id="x">About</h2><h3 id="y">More</h3>${bare('a')}<p>b</p>${bare('c')}<h2 id="z">End</h2>`;
    expect(documentOf({ html })).toContain(`<div data-pagefind-body>${expected}</div>`);
  });

  it.each([
    [
      'terms and what they say',
      '<dl><dt>GUID</dt><dd>96345bfc</dd><dt>Runs in</dt><dd>sh</dd></dl>',
      'GUID 96345bfc Runs in sh',
    ],
    ['cells', '<table><tr><th>Input</th><td>path</td><td>a</td></tr></table>', 'Input path a'],
  ])('keeps apart: %s', (_what, html, expected) => {
    const text = documentOf({ html })
      .replace(/^.*<div data-pagefind-body>/, '')
      .replace(/<[^>]*>/g, '');
    expect(text.trim()).toBe(expected);
  });
});
