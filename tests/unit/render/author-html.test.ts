import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dangersIn, isNestedAsWritten } from './safety.ts';
import { graphOf, htmlOf, renderIn } from './small-vault.ts';

describe('harmless HTML', () => {
  it.each([
    ['a<br/>b<br>c', '<p>a<br>b<br>c</p>'],
    ['H<sub>2</sub>O, <kbd>Ctrl</kbd>', '<p>H<sub>2</sub>O, <kbd>Ctrl</kbd></p>'],
    [
      '<code>a **b** [c](https://d.e)</code>',
      '<p><code>a <strong>b</strong> <a class="external" href="https://d.e" rel="noopener noreferrer">c</a></code></p>',
    ],
    ['<b>a <i>b</b> c</i>', '<p><b>a <i>b</i></b><i> c</i></p>'],
    ['one <u>two', '<p>one <u>two</u></p>'],
    [
      '<ol>\n  <li>1. one</li>\n  <li>two <b>three</b></li>\n</ol>',
      '<ol>\n  <li>1. one</li>\n  <li>two <b>three</b></li>\n</ol>',
    ],
    [
      '<details open><summary>More</summary>\n\n**in** it\n\n</details>\n\nafter',
      '<details open><summary>More</summary>\n<p><strong>in</strong> it</p>\n</details>\n<p>after</p>',
    ],
    ['<center>a</center>', 'a'],
    ['<!-- never shown -->a', 'a'],
    ['a <!-- never shown -->b', '<p>a b</p>'],
    [
      '<a href="https://a.b/?c=d&e" title="t" target=_blank>f</a>',
      '<p><a title="t" class="external" href="https://a.b/?c=d&#x26;e" rel="noopener noreferrer">f</a></p>',
    ],
    ['<a href="#nowhere">f</a>', '<p><a class="internal" href="/note/">f</a></p>'],
    ['<a href="Nowhere.md">f</a>', '<p><a>f</a></p>'],
    ['<td>a</td>', 'a'],
    [
      '<table><tr><td>a</td></tr></table>\n\n<p><table></table></p>',
      '<div class="table-scroll" tabindex="0" role="group" aria-label="Table 1"><table><tbody><tr><td>a</td></tr></tbody></table></div>\n' +
        '<p></p><div class="table-scroll" tabindex="0" role="group" aria-label="Table 2"><table></table></div><p></p>',
    ],
    ['&lt;b&gt; &#92; &amp;amp;', '<p>&#x3C;b> \\ &#x26;amp;</p>'],
  ])('%j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it('shows images of the vault and no others', () => {
    const note =
      '![](a.png) <img src="a.png" width=30 alt="A" style="x"> <img src="b.png"> <img src="https://c.d/e.png"> <img>';
    expect(renderIn({ 'Note.md': note, 'a.png': '' }, 'Note.md', '/sub/').html).toBe(
      '<p><img src="/sub/files/a.png" alt="a" loading="lazy"> <img alt="A" width="30" loading="lazy" src="/sub/files/a.png">   </p>',
    );
  });
});

describe('an image that HTML alone shows', () => {
  it.each([
    '<img src="a b&amp;c.png">',
    "<div>\n<p align=center><img width=30 src='a b&amp;c.png'></p>\n</div>",
    '> x <img alt="y" src=a%20b&amp;c.png>',
  ])('is published: %j', (note) => {
    expect(graphOf({ 'Note.md': note, 'a b&c.png': '' }).attachments).toEqual(['a b&c.png']);
    expect(renderIn({ 'Note.md': note, 'a b&c.png': '' }, 'Note.md').html).toContain('src="/files/a%20b&#x26;c.png"');
  });
});

describe('text that looks like HTML', () => {
  it.each([
    ['<code>/proc/<pid>/maps</code>', '<p><code>/proc/&#x3C;pid>/maps</code></p>'],
    ['<username> and <encoded command>', '<p>&#x3C;username> and &#x3C;encoded command></p>'],
    [
      '<RANDOM-8-CHAR-DIRECTORY> <valid_ms_account.com>',
      '<p>&#x3C;RANDOM-8-CHAR-DIRECTORY> &#x3C;valid_ms_account.com></p>',
    ],
    ['<div>\n<pid> <b>x</b>\n</div>', '<div>\n&#x3C;pid> <b>x</b>\n</div>'],
    ['type <title>, <source> or <textarea> here', '<p>type &#x3C;title>, &#x3C;source> or &#x3C;textarea> here</p>'],
    ['<div>an <object> here</div>', '<div>an &#x3C;object> here</div>'],
    ['1 < 2 > 0, a<b', '<p>1 &#x3C; 2 > 0, a&#x3C;b</p>'],
  ])('%j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });
});

describe('HTML in any order', () => {
  const tags = [
    'b',
    'a',
    'p',
    'div',
    'li',
    'ul',
    'td',
    'tr',
    'table',
    'details',
    'summary',
    'h3',
    'svg',
    'script',
    'select',
    'pid',
    'code',
  ];
  const pieces = [
    ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} id=x onclick=y href="javascript:z">`]),
    ...[
      '\n\n',
      '\n',
      'text ',
      '- ',
      '> ',
      '> [!info]- ',
      '# ',
      '**',
      '| a | b |\n|---|---|\n| ',
      '```\n',
      '    ',
      '![[Other]]',
    ],
    ...[
      '[^1]',
      '\n\n[^1]: ',
      '[x](#y)',
      '[[Other]]',
      '<!--',
      '-->',
      ' ^id',
      '<',
      '`',
      '==',
      '%%',
      '$',
      '\n\n```query\ntext\n```\n\n',
    ],
  ];
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));

  it('is safe and stays within its article', () => {
    fc.assert(
      fc.property(soup, soup, (one, other) => {
        const { html } = renderIn({ 'Note.md': one, 'Other.md': other }, 'Note.md');
        expect(dangersIn(html)).toEqual([]);
        expect(isNestedAsWritten(html)).toBe(true);
      }),
      { numRuns: 400, seed: 20261124 },
    );
  }, 60_000);
});
