import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { answerHeaders, readHeadersFile } from '../../src/site/hosting/answer-headers.ts';
import { build, temporaryFolder } from './build-site.ts';
import { filesOf } from './crawl.ts';

const TITLE = `A "title" & 'x' </title><script>alert(1)</script> \u2028 --> ]]>`;
const folder = temporaryFolder();
const [vault, out] = [path.join(folder, 'vault'), path.join(folder, 'site')];
mkdirSync(vault);
writeFileSync(path.join(vault, 'detectionary.yaml'), `title: ${JSON.stringify(TITLE)}\nnoindex: true\n`);
writeFileSync(
  path.join(vault, `"><script>alert(2) & 'a' 100% # ?.md`),
  `---\ntitle: '"><img src=x onerror=alert(3)>'\n---\n"><script>alert(4)</script> is the first line.\n`,
);
writeFileSync(path.join(vault, 'T1059.md'), `---\ntags: [techniques]\nlast_modified: '"><x>'\n---\nText.\n`);
build('--vault', vault, '--out', out, '--site', 'https://detections.example/');

const read = (name: string): string => readFileSync(path.join(out, name), 'utf8');
const pages = filesOf(out).filter((name) => name.endsWith('.html'));

interface Head {
  /** Contents of `<meta>` by name or property, and addresses of `<link>` by relation. */
  readonly values: ReadonlyMap<string, string>;
  readonly elements: readonly string[];
}

function headOf(name: string): Head {
  const values = new Map<string, string>();
  const elements: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('attrs' in node) {
      const attributes = new Map(node.attrs.map((attribute) => [attribute.name, attribute.value]));
      elements.push(node.tagName === 'script' && !attributes.has('src') ? 'inline script' : node.tagName);
      const key = attributes.get('name') ?? attributes.get('property') ?? attributes.get('rel');
      if (key !== undefined) values.set(key, attributes.get('content') ?? attributes.get('href') ?? '');
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  const html = parse(read(name)).childNodes.find((node) => node.nodeName === 'html');
  const head =
    html !== undefined && 'childNodes' in html ? html.childNodes.find((n) => n.nodeName === 'head') : undefined;
  if (head !== undefined) visit(head);
  return { values, elements };
}

describe('a site that asks not to be indexed', () => {
  it('says so in every page, to crawlers and with every answer', () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const name of pages) expect([name, headOf(name).values.get('robots')]).toEqual([name, 'noindex, nofollow']);
    expect(read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    const headers = answerHeaders(readHeadersFile(read('_headers')), '/api/graph.json');
    expect(headers.get('X-Robots-Tag')).toBe('noindex, nofollow');
  });

  it('has no sitemap, and keeps its addresses for those who share a page', () => {
    expect(existsSync(path.join(out, 'sitemap.xml'))).toBe(false);
    const { values } = headOf('techniques/T1059/index.html');
    expect(values.get('canonical')).toBe('https://detections.example/techniques/T1059/');
    expect(values.get('og:url')).toBe('https://detections.example/techniques/T1059/');
  });
});

describe('titles that are markup', () => {
  it('are text in every head', () => {
    for (const name of pages) {
      const { values, elements } = headOf(name);
      expect(values.get('og:site_name'), name).toBe(TITLE);
      expect(new Set(elements), name).toEqual(new Set(['head', 'meta', 'title', 'link', 'script']));
    }
    const titles = pages.map((name) => headOf(name).values.get('og:title'));
    expect(titles.join('\n')).toContain('"><script>alert(2) &');
  });

  it('are text in the manifest', () => {
    expect(JSON.parse(read('site.webmanifest'))).toMatchObject({ name: TITLE });
  });
});
