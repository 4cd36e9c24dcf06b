import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../src/render/index.ts';
import type { RenderOptions } from '../../../src/render/index.ts';
import { vaultPath } from '../../../src/source/index.ts';
import { dangersIn, isNestedAsWritten } from './safety.ts';
import { graphOf } from './small-vault.ts';

/** The HTML of a note beside another and an image. */
function htmlOf(markdown: string, lineBreaks?: RenderOptions['lineBreaks']): string {
  const graph = graphOf({ 'Note.md': markdown, 'Other.md': 'one\ntwo', 'a.png': '' });
  const node = graph.noteAt(vaultPath('Note.md'));
  if (node === undefined) throw new Error('the note is there');
  const { html } = createRenderer(graph, { base: '/', ...(lineBreaks && { lineBreaks }) }).renderNote(node);
  expect(dangersIn(html)).toEqual([]);
  expect(isNestedAsWritten(html)).toBe(true);
  return html;
}

/** How many breaks are shown. */
function breaksIn(markdown: string): number {
  return htmlOf(markdown, 'shown').match(/<br>/g)?.length ?? 0;
}

describe('line breaks that are shown', () => {
  it.each([
    ['a paragraph', 'a\nb\nc', '<p>a<br>\nb<br>\nc</p>'],
    ['white space around them', 'a \n  b', '<p>a<br>\nb</p>'],
    ['line ends of Windows', 'a\r\nb', '<p>a<br>\nb</p>'],
    ['a heading', '# T\n\na\nb\n---', 'a<br>\nb<a class="anchor"'],
    ['an item', '- a\n  b', '<li>a<br>\nb</li>'],
    ['an item of paragraphs', '- a\n  b\n\n  c', '<p>a<br>\nb</p>'],
    ['a task', '- [ ] a\n  b', '> a<br>\nb</li>'],
    ['a quote, with its lazy line', '> a\nb', '<p>a<br>\nb</p>\n</blockquote>'],
    ['a callout', '> [!info] T\n> a\n> b', '<p>a<br>\nb</p>\n</div>'],
    ['a footnote', 'x[^1]\n\n[^1]: a\n    b', '<p>a<br>\nb <a'],
    ['a footnote in the text', 'x^[a\nb]', '<p>a<br>\nb <a'],
    ['a link', '[a\nb](https://e.org)', '>a<br>\nb</a>'],
    ['strong text', '**a\nb**', '<strong>a<br>\nb</strong>'],
    ['emphasis', '*a\nb*', '<em>a<br>\nb</em>'],
    ['a highlight', '==a\nb==', '<mark>a<br>\nb</mark>'],
    ['struck text', '~~a\nb~~', '<del>a<br>\nb</del>'],
    ['an embedded note', '![[Other]]', '<p>one<br>\ntwo</p></div>'],
    ['text around an embedded note', 'a\n![[Other]]\nb', '<p>a</p>\n<div class="embed">'],
    ['tags', '#a\n#b', '#a</a><br>\n<a class="tag"'],
    ['links of their own lines', '[[Other]]\n[[Other]]', 'Other</a><br>\n<a'],
    ['images', '![](a.png)\n![](a.png)', '><br>\n<img'],
    ["an author's inline HTML", '<b>a\nb</b>', '<b>a<br>\nb</b>'],
    ['what follows inline HTML', '<b>a</b>\nb', '<b>a</b><br>\nb'],
    ['HTML with Markdown in it', '<div>\n\na\nb\n\n</div>', '<p>a<br>\nb</p>'],
    ['what only looks like HTML', 'a <pid>\nb', 'pid><br>\nb'],
    ['an empty line that is written', 'a\n&nbsp;\nb', 'a<br>\n\u00A0<br>\nb'],
  ])('stand in %s', (_what, markdown, expected) => {
    expect(htmlOf(markdown, 'shown')).toContain(expected);
    expect(htmlOf(markdown)).not.toContain('<br>');
  });

  it.each([
    ['code', '```\na\nb\n```'],
    ['indented code', '    a\n    b'],
    ['inline code', '`a\nb`'],
    ['math', '$$\na\nb\n$$'],
    ['HTML', '<div>\na\nb\n</div>'],
    ['preformatted HTML', '<pre>\na\nb\n</pre>'],
    ['preformatted HTML in a line', 'a <pre>a\nb\nc</pre>'],
    ['tags of HTML', '<span title="a\nb">c</span>'],
    ['a query', '```query\ntag:a\ntag:b\n```'],
    ['a table', '| a | b |\n| - | - |\n| c | d |'],
    ['a comment', 'a %%b\nc%% d'],
    ['the mark of a block', 'a\n^mark'],
    ['paragraphs', 'a\n\nb'],
    ['the guid of a test', '**auto_generated_guid:**\n96345bfc-0000-0000-0000-000000000000'],
  ])('stand not in %s', (_what, markdown) => {
    expect(htmlOf(markdown, 'shown')).toBe(htmlOf(markdown, 'joined'));
    expect(breaksIn(markdown)).toBe(0);
  });

  it.each([
    ['two spaces', 'a  \nb', 1],
    ['a backslash', 'a\\\nb', 1],
    ['two spaces, then a line', 'a  \nb\nc', 2],
    ['two spaces, then HTML', 'a  \n<b>b</b>\nc', 2],
    ['a backslash for an empty line', 'a\\\n\\\nb', 2],
    ['a tag', 'a<br>\nb', 1],
    ['a tag, closed', 'a<br/>\nb', 1],
    ['a tag in another', '<b>a<br></b>\nb', 1],
    ['a tag, then text', 'a<br>b\nc', 2],
    ['a tag, then an image', 'a<br>![](a.png)\nb', 2],
    ['a tag, then an image in HTML', 'a<br><img src="a.png">\nb', 2],
    ['a tag in a line of its own, for an empty line', 'a\n<br>\nb', 2],
  ])('come once after %s', (_what, markdown, expected) => {
    expect(breaksIn(markdown)).toBe(expected);
  });

  it.each([
    ['a line that is a comment', 'a\n%%b%%\nc', 1],
    ['a comment after two spaces', 'a  \n%%b%%\nc', 1],
    ['a comment first', '%%a%%\nb', 0],
    ['a comment last', 'a\n%%b%%', 0],
    ['comments alone', '%%a%%  \n%%b%%', 0],
    ['an embedded note', 'a\n![[Other]]\nb', 1],
    ['a hard break at an embedded note', 'a  \n![[Other]]  \nb', 1],
  ])('leave no empty line at %s', (_what, markdown, expected) => {
    expect(breaksIn(markdown)).toBe(expected);
  });

  it('leave no empty paragraph', () => {
    expect(htmlOf('%%a%%  \n%%b%%', 'shown')).toBe('');
    expect(htmlOf('![[Other]]\n![[Other]]', 'shown')).not.toMatch(/<p>\s*<\/p>/);
  });

  it('leave contents and what is reported as they are', () => {
    const graph = graphOf({ 'Note.md': '# T\n\na\nb\n---\n\n[c\nd](javascript:x)' });
    const [shown, joined] = (['shown', 'joined'] as const).map((lineBreaks) => {
      const node = graph.noteAt(vaultPath('Note.md'));
      return node && createRenderer(graph, { base: '/', lineBreaks }).renderNote(node);
    });
    expect(shown?.toc).toEqual(joined?.toc);
    expect(shown?.diagnostics).toEqual(joined?.diagnostics);
    expect(shown?.diagnostics).not.toEqual([]);
  });
});
