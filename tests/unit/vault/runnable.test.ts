import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { standInFor } from '../../../src/vault/runnable.ts';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const standIn = (name: string, text: string | Buffer): string | undefined =>
  standInFor(name, Buffer.from(text))?.toString();

describe('a file that may stand as it is', () => {
  it.each([
    ['drawing.svg', svg('<path d="M0 0h9"/><style>@font-face{src:url(data:font/woff2;base64,AA)}</style>')],
    ['drawio.svg', svg('<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">Host <b>A</b></div></foreignObject>')],
    ['linked.svg', svg('<a href="https://example.org/"><text>turned on = yes</text></a>'.replace(' on =', ' off ='))],
    ['photo.svg', svg('<image href="data:image/png;base64,AA"/>')],
    [
      'sysmon.xml',
      '<Sysmon><ProcessCreate onmatch="include"><Image condition="is">script</Image></ProcessCreate></Sysmon>',
    ],
    ['run.ps1', 'Invoke-WebRequest <script>'],
    ['noext', '<script>alert(1)</script>'],
  ])('%s', (name, text) => {
    expect(standIn(name, text)).toBeUndefined();
  });
});

describe('an image that would run', () => {
  it.each([
    svg('<script>alert(1)</script>'),
    svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
    svg('', 'onload="alert(1)"'),
    svg('', 'x="1"onload="alert(1)"'),
    svg('<a href="java&#115;cript:alert(1)"><text>x</text></a>'),
    svg('<a href="java\n script:alert(1)"><text>x</text></a>'),
    svg('<a><set attributeName="href" to="x"/></a>'),
    svg('<animate attributeName="xlink:href" values="x"/>'),
    svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x"/></foreignObject>'),
    svg('<use href="data:text/xml,x"/>'),
    `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg('&x;')}`,
    `<?xml-stylesheet href="x.xsl"?>${svg('')}`,
    `<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-')}`,
  ])('%s', (text) => {
    const picture = standIn('a.SVG', text);
    expect(picture).toContain('This image holds a program');
    expect(standIn('a.svg', picture ?? '')).toBeUndefined();
  });

  it('in UTF-16, or packed', () => {
    const evil = svg('<script>alert(1)</script>');
    expect(standIn('a.svg', Buffer.from(`\uFEFF${evil}`, 'utf16le'))).toContain('holds a program');
    expect(standIn('a.svg', Buffer.from(evil, 'utf16le'))).toContain('holds a program');
    const packed = standInFor('a.svgz', gzipSync(evil));
    expect(gunzipSync(packed ?? Buffer.alloc(0)).toString()).toContain('holds a program');
    expect(standInFor('a.svgz', gzipSync(svg('')))).toBeUndefined();
    expect(standInFor('a.svgz', Buffer.from('not packed'))).toBeDefined();
  });
});

describe('a page', () => {
  it('is published as its text', () => {
    expect(standIn('run.html', '<script>alert("&")</script>')).toContain(
      '<pre>&lt;script&gt;alert("&amp;")&lt;/script&gt;</pre>',
    );
  });

  it('of XML too', () => {
    const text = '<html xmlns="http://www.w3.org/1999/xhtml"><script>a\0</script></html>';
    expect(standIn('run.xhtml', text)).toMatch(/<text>&lt;html[^<]*a\ufffd&lt;\/script[^<]*<\/text>/);
    expect(standIn('run.xml', text)).toContain('<text>&lt;html');
  });
});
