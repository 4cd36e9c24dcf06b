import { describe, expect, it } from 'vitest';
import { dangersIn } from './safety.ts';
import { htmlOf, renderIn } from './small-vault.ts';

/** Markdown, and what of it is shown as text and elements, where that matters. */
const rows: readonly (readonly [markdown: string, html?: string | undefined])[] = [
  ['<script>alert(1)</script>\n\nafter', '<p>after</p>'],
  ['text <script>alert(1)</script> more', '<p>text  more</p>'],
  ['text <SCRIPT SRC="//evil">alert(1)</SCRIPT > more', '<p>text  more</p>'],
  ['text <SCRIPT SRC=//evil>alert(1)</SCRIPT > more', '<p>text &#x3C;SCRIPT SRC=//evil>alert(1) more</p>'],
  ['<scr<script>ipt>alert(1)</script>'],
  ['a <img src=x onerror=alert(1)> b', '<p>a  b</p>'],
  ['a <img/src="x"/onerror=alert(1)> b', '<p>a &#x3C;img/src="x"/onerror=alert(1)> b</p>'],
  ['<img src="https://example.com/pixel.gif">', ''],
  ['<a href="javascript:alert(1)">x</a>', '<p><a>x</a></p>'],
  ['<a href=" java\nscript:alert(1)">x</a>'],
  ['<a href="&#106;avascript:alert(1)">x</a>', '<p><a>x</a></p>'],
  ['<a href="data:text/html,<script>alert(1)</script>">x</a>'],
  ['[x](javascript:alert(1))', '<p>x</p>'],
  ['[x](JaVaScRiPt:alert(1))', '<p>x</p>'],
  ['[x](<java\tscript:alert(1)>)', '<p>x</p>'],
  ['[x](&#106;avascript&colon;alert(1))', '<p>x</p>'],
  ['[x](vbscript:alert(1)) [y](data:text/html;base64,PHNjcmlwdD4=)', '<p>x y</p>'],
  ['![x](javascript:alert(1)) ![y](data:image/svg+xml;base64,PHN2Zz4=)', '<p>x y</p>'],
  ['[x][r]\n\n[r]: javascript:alert(1)', '<p>x</p>'],
  ['<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
  ['[[javascript:alert(1)|x]] [[x|"><img src=x onerror=alert(1)>]]'],
  ['[x](https://example.com/"onmouseover="alert(1))'],
  ['<svg onload=alert(1)>\n\nafter', '&#x3C;svg onload=alert(1)>\n<p>after</p>'],
  ['<svg><script>alert(1)</script></svg> x', '<p> x</p>'],
  ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>'],
  ['<style>p { color: red }</style>\n\nx', '<p>x</p>'],
  ['<iframe src="//evil"></iframe>x', 'x'],
  ['<object data=x></object><embed src=x>x', '<p>x</p>'],
  ['<b style="color:red" onclick=alert(1) class="query-block">hi</b>', '<p><b>hi</b></p>'],
  ['<section class="query-block" data-path="x"><a data-note-path="x" href="/x/">y</a></section>'],
  ['<span data-kept="0">x</span> **y** <a b>', '<p><span>x</span> <strong>y</strong> <a></a></p>'],
  ['<form action=/x><input name=a><button formaction=javascript:alert(1)>go</button></form>'],
  ['<base href="//evil"> <meta http-equiv=refresh content="0;url=//evil"> <link rel=stylesheet href=//evil>'],
  ['<details open ontoggle=alert(1)>x</details>', '<details open>x</details>'],
  ['<div id=x>a</div>\n\n<div id=x>b</div>', '<div id="user-content-x">a</div>\n<div>b</div>'],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
  ['<textarea><img src=x onerror=alert(1)></textarea>'],
  ['<template><script>alert(1)</script></template>'],
  ['<!--><img src=x onerror=alert(1)>-->'],
  ['<![CDATA[<img src=x onerror=alert(1)>]]>'],
  ['<?php echo 1 ?> x'],
  ['</article></div></main></body></html> text\n\nnext'],
  ['text </article></div> more\n\nnext', '<p>text  more</p>\n<p>next</p>'],
  ['<div><div><div>\n\nopen'],
  ['<table><tr><td>open\n\n# next'],
  ['- a\n  > [!info] Title\n  > <li>b</li>\n\nafter'],
  ['- a\n  - <div>b\n\n- </div></li></ul></article>c'],
  ['<ul><li>\n\n- x\n  <li>y\n\n</ul></div>'],
  ['<b>one\n\ntwo</b> three'],
  ['<p><b><i><p></i>x</b>'],
  ['<a href="#x">one <a href="#y">two</a></a> [three <a href="#z">four</a>](https://example.com)'],
  ['a <code>b **c</code> d** e'],
  ['<plaintext>\n\nrest', '<p>&#x3C;plaintext></p>\n<p>rest</p>'],
  ['| a |\n|---|\n| </td></tr></table></article> |\n\nafter'],
  ['# <img src=x onerror=alert(1)> <b>Title\n\n## </h2></article>Next'],
  ['```html\n</code></pre></article><script>alert(1)</script>\n```'],
  ['```"><script>alert(1)</script>\nx\n```'],
  ['`</code><script>alert(1)</script>`'],
  ['$</code><script>alert(1)</script>$'],
  ['> [!"><script>alert(1)</script>] x'],
  ['- ["] x'],
  ['%%</p><script>alert(1)</script>%%'],
  ['(Citation: <script>alert(1)</script>)'],
  ['x[^"><script>]\n\n[^"><script>]: <script>alert(1)</script>'],
  ['text ^"><script>'],
];

describe('HTML that means harm', () => {
  it.each(rows.map(([markdown, html]) => ({ markdown, html })))('$markdown', ({ markdown, html }) => {
    const rendered = htmlOf(markdown);
    expect(dangersIn(rendered)).toEqual([]);
    if (html !== undefined) expect(rendered).toBe(html);
  });

  it('is as harmless in a note that is embedded', () => {
    for (const [markdown] of rows) {
      const { html } = renderIn(
        { 'Outer.md': '# A\n\n![[Inner]]\n\n- ![[Inner]]\n\nend', 'Inner.md': markdown },
        'Outer.md',
      );
      expect(dangersIn(html), markdown).toEqual([]);
      expect(html).toMatch(/<p>end<\/p>$/);
    }
  });

  it('is as harmless in names of files, titles and searches', () => {
    const name = '"><script>alert(1)<script>.md';
    const files = {
      [name]: '# <script>alert(1)</script>\n\nx',
      'Note.md': '```query\nfile:script\n```\n\n```query\n"<script>\n```',
    };
    expect(dangersIn(renderIn(files, 'Note.md').html)).toEqual([]);
    expect(dangersIn(renderIn(files, name).html)).toEqual([]);
  });
});
