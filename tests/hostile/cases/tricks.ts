import { note } from '../hostile-case.ts';
import type { HostileCase } from '../hostile-case.ts';

/** Addresses that are not what they seem: of a host that looks like a path, of a scheme that is split or written with entities. */
const ADDRESSES = [
  ...[
    '/\\evil.example/x',
    '/%5cevil.example',
    '\t//evil.example',
    'http:evil.example',
    'https:///evil.example',
    '///evil.example',
  ],
  ...[
    '\\/evil.example',
    '/./\\evil.example',
    './/evil.example',
    '..//..//etc/passwd',
    '?q=1',
    '#"><img>',
    '%0ajavascript:alert(1)',
  ],
  ...[
    'javascript\\:alert(1)',
    'java\\script:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58alert(1)',
    '&#0000106avascript:alert(1)',
  ],
  ...[
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    '&#1;javascript:alert(1)',
    '&#14; javascript:alert(1)',
  ],
  ...[
    'javascript\u00AD:alert(1)',
    'jav\uFEFFascript:alert(1)',
    'javaſcript:alert(1)',
    '\u2028javascript:alert(1)',
    '\u3000javascript:alert(1)',
  ],
  ...[
    'java\u000Bscript:alert(1)',
    'java\u0085script:alert(1)',
    'feed:javascript:alert(1)',
    'jar:javascript:x',
    'about:srcdoc',
    'ws://x',
  ],
  ...[
    'obsidian://open?vault=x&file=y',
    'mailto:"><img src=x onerror=alert(1)>',
    'https://a.test/\uD800',
    'http://a.test/%zz%',
    'https://[::1',
  ],
  ...[
    'https://user:pass@evil.test',
    'https://evil.test/\u202Egnp.exe',
    "http://evil.test'onclick='x",
    '../files/../../etc/passwd',
    'cid:x',
  ],
];

function everyWay(address: string): string {
  const inLine = address.replaceAll('|', '');
  return [
    `[one](<${address}>) [two](${address}) ![three](<${address}>) [[${address}|f]] ![[${address}]] <${address}> ${address}`,
    `<a href="${address}">five</a> <a href='${address}'>six</a> <a href=${address}>seven</a> <img src="${address}">`,
    `<details><summary><a href="${address}">8</a></summary></details>`,
    `| a |\n|-|\n| [x](<${inLine}>) <a href="${inLine}">y</a> |`,
  ].join('\n\n');
}

/** HTML that parsers read in more than one way, or that breaks out of what Markdown makes of it. */
const PIECES = [
  ...[
    '<a href="javascript:alert(1)"',
    '<img src=x onerror=alert(1)',
    '<p <img src=x onerror=alert(1)>>',
    '<<script>alert(1)//<</script>',
  ],
  ...[
    '<svg/onload=alert(1)//',
    '<script/src=data:,alert(1)>',
    '<iframe src=x',
    '<style',
    '<title>',
    '<noscript>',
    '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  ],
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<a title="\'>\'" href=\'x"onclick="alert(1)\'>x</a>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<a\u000Chref=javascript:alert(1)>x</a><a/href=javascript:alert(1)>x</a><a href="x" onclick\n=\n"alert(1)">x</a>',
  '<math><annotation-xml encoding="text/html"><iframe src=javascript:alert(1)></annotation-xml></math>',
  '<math><mtext><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
  '<svg><desc><noscript><img title="</noscript><img src=x onerror=alert(1)>"></noscript></desc></svg>',
  '<form id=x><form><input name=attributes><input name=parentNode><object name=cookie></object>',
  '<div popovertarget=x popover><button popovertarget=x commandfor=x command=show-modal>',
  '<ol type="\'><script>" start="1e9"><li value="99999999999999999999">x</ol><ins datetime="\'><script>" cite=javascript:alert(1)>x</ins>',
  '<span data-kept=0>x</span><span data-kept="0" dataKept=0>y</span> **b** <div data-kept="99">',
  '<script>\n\nalert(1)\n\n</script>',
  '- <div\n- onclick=alert(1)>\n\n> <b\n> onmouseover=alert(1)>x</b>',
  '| <img src=x\\|onerror=alert(1)> | `<script>` |\n|-|-|\n| <script>alert(1)</script> | <b onclick=alert(1)>x</b> |',
  '[<img src=x onerror=alert(1)>](https://ok.test) [![x](javascript:alert(1))](javascript:alert(1)) [<a href="javascript:alert(1)">in</a>](https://ok.test)',
  '==<img src=x onerror=alert(1)>== ~~<svg onload=alert(1)>~~ ^[inline <img src=x onerror=alert(1)>]',
  '[a](x "\\" onmouseover=alert(1) \\"") ![" onerror="alert(1)](x.png) ![[x.png|" onerror="alert(1)]] ![[x.png|100x100"><script>]]',
  '```js" onmouseover="alert(1)\nx\n```\n\n```"><img/src=x onerror=alert(1)>\nx\n```\n\n```__proto__\nx\n```\n\n```mermaid\nclick A "javascript:alert(1)"\n```\n\n```dataviewjs\nalert(1)\n```',
  '> [!note" onclick="alert(1)] x\n> y\n\n> [!<img src=x onerror=alert(1)>] t\n\n> [!__proto__]+ t\n> y',
  'a[^__proto__] b[^constructor] c[^"><img>]\n\n[^__proto__]: x\n\n[^constructor]: y\n\n[^"><img>]: z\n\n[__proto__] [a][toString]\n\n[toString]: javascript:alert(1)',
  '$\\href{javascript:alert(1)}{x}$ $$\\unicode{<img src=x onerror=alert(1)>}$$ $</script><script>alert(1)</script>$',
  '## !!!\n\n## <img src=x onerror=alert(1)>\n\n## Fn 1\n\nx[^1]\n\n## Fnref 1\n\n[^1]: y\n\n## Footnote label',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4- <ｓｃｒｉｐｔ>alert(1)</ｓｃｒｉｐｔ>',
  `<a href="${'&amp;'.repeat(5_000)}">x</a> &#${'9'.repeat(10_000)}; &#x110000; &#0; &#xD800; &#8232;`,
];

/** Texts that mean something to whoever replaces, formats, prints or exports them. */
const PATTERNS = [
  "$& $' $` $1 $$ $<x>",
  '{path} {title} %s %d %o',
  '::error file=x::y%0A',
  '=cmd|/c calc!A1',
  ']]><x/><![CDATA[',
  'a\uFFFEb\uFFFFc',
  '[object Object]',
];

/** Harm that hides in how things are written. */
export const tricks: readonly HostileCase[] = [
  note('trick-addresses', `${ADDRESSES.map(everyWay).join('\n\n')}\n\nThe end.\n`, {
    shows: ['The end.'],
    codes: ['links/unsafe'],
  }),
  ...PIECES.map((piece, index) =>
    note(
      `trick-${index.toString()}`,
      `# Note\n\n${piece}\n\nin a line ${piece.replaceAll('\n', ' ')} and on\n\nThe end.\n`,
      {
        shows: ['The end.'],
      },
    ),
  ),
  ...PATTERNS.map((text, index): HostileCase => {
    const quoted = JSON.stringify(text);
    return {
      name: `pattern-${index.toString()}`,
      files: {
        [`${text.replaceAll('/', '').trim()}.md`]: `---\ntitle: ${quoted}\naliases: [${quoted}]\ntags: [ok]\n---\n\n\`\`\`query\n"${text}"\n\`\`\`\n\n[[${text}]]\n\nThe end.\n`,
        'Rule.md': `---\ntags: [detection_rule]\n---\n# ${text}\n\n\`\`\`yaml\ntitle: ${quoted}\nauthor: ${quoted}\ndetection: {a: {b: ${quoted}}, condition: a}\n\`\`\`\n\nThe end.\n`,
      },
      pages: { [`${text.replaceAll('/', '').trim()}.md`]: [text, 'The end.'], 'Rule.md': ['The end.'] },
    };
  }),
];
