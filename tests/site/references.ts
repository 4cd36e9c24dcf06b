import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** How an address is used: a browser loads it, a reader follows it, or it only names a page. */
type Use = 'loaded' | 'followed' | 'named';

/** An address that a file of the built site holds. */
export interface Reference {
  readonly address: string;
  readonly use: Use;
  /** What holds it, such as `img[src]`. */
  readonly place: string;
}

/** What a page holds. */
export interface PageReferences {
  readonly references: readonly Reference[];
  readonly ids: readonly string[];
}

// Every attribute of HTML that holds an address. Source: https://html.spec.whatwg.org/multipage/indices.html#attributes-3
const ADDRESSES = new Set([
  ...['action', 'background', 'cite', 'data', 'formaction', 'href', 'itemid', 'itemtype', 'longdesc', 'manifest'],
  ...['ping', 'poster', 'src', 'usemap', 'xlink:href'],
]);
const LISTS = new Set(['srcset', 'imagesrcset']);

/** Every address in a page's elements, its style attributes and style elements; and the page's ids. */
export function pageReferences(html: string): PageReferences {
  const references: Reference[] = [];
  const ids: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('attrs' in node) {
      references.push(...elementReferences(node));
      for (const { name, value } of node.attrs) if (name === 'id') ids.push(value);
    }
    if (node.nodeName === 'style' && 'childNodes' in node)
      for (const child of node.childNodes) if ('value' in child) references.push(...styleReferences(child.value));
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if ('content' in node) node.content.childNodes.forEach(visit);
  };
  parse(html).childNodes.forEach(visit);
  return { references, ids };
}

function elementReferences({ tagName, attrs }: DefaultTreeAdapterTypes.Element): readonly Reference[] {
  const values = new Map(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]));
  const use = useOf(tagName, values);
  const found = [...values].flatMap(([name, value]): readonly string[] => {
    if (ADDRESSES.has(name)) return [value];
    if (LISTS.has(name)) return value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '');
    if (name === 'data-base') return [value];
    return [];
  });
  const references = found.map((address) => ({ address, use, place: tagName }));
  const style = styleReferences(values.get('style') ?? '');
  const meta = tagName === 'meta' ? metaReferences(values) : [];
  return [...references, ...style, ...meta];
}

function useOf(tagName: string, values: ReadonlyMap<string, string>): Use {
  if (tagName === 'a' || tagName === 'area') return 'followed';
  const names = ['canonical', 'alternate', 'next', 'prev', 'license'];
  return tagName === 'link' && names.includes(values.get('rel') ?? '') ? 'named' : 'loaded';
}

function metaReferences(values: ReadonlyMap<string, string>): readonly Reference[] {
  const content = values.get('content') ?? '';
  if (values.get('property') === 'og:url') return [{ address: content, use: 'named', place: 'og:url' }];
  if (/^(og|twitter):(image|audio|video)/.test(values.get('property') ?? values.get('name') ?? ''))
    return [{ address: content, use: 'loaded', place: 'meta' }];
  const [, address] = /url=(.*)/i.exec(values.get('http-equiv')?.toLowerCase() === 'refresh' ? content : '') ?? [];
  return address === undefined ? [] : [{ address, use: 'loaded', place: 'refresh' }];
}

/** Every address in a style sheet. */
export function styleReferences(css: string): readonly Reference[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const urls = [...plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)/gi)];
  const imports = [...plain.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi)];
  return [...urls, ...imports].map(([, double, single, bare]) => ({
    address: double ?? single ?? bare ?? '',
    use: 'loaded',
    place: 'style sheet',
  }));
}

/** The references of a file of the site by its ending; none of a kind that holds none. */
export function fileReferences(out: string, name: string): readonly Reference[] {
  const text = (): string => readFileSync(path.join(out, name), 'utf8');
  if (name.endsWith('.html')) return pageReferences(text()).references;
  if (name.endsWith('.css')) return styleReferences(text());
  // An image as its own document: what it loads stands in attributes as in a page's.
  if (name.endsWith('.svg')) return pageReferences(text()).references;
  if (name.endsWith('.webmanifest')) return manifestReferences(text());
  if (name.endsWith('.xml')) return sitemapReferences(text());
  return [];
}

function manifestReferences(text: string): readonly Reference[] {
  const { start_url, scope, icons } = JSON.parse(text) as {
    start_url: string;
    scope: string;
    icons: { src: string }[];
  };
  const icon = icons.map(({ src }): Reference => ({ address: src, use: 'loaded', place: 'icons' }));
  const pages = [start_url, scope].map((address): Reference => ({ address, use: 'followed', place: 'manifest' }));
  return [...icon, ...pages];
}

function sitemapReferences(text: string): readonly Reference[] {
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => ({
    address: loc.replaceAll('&apos;', "'").replaceAll('&amp;', '&'),
    use: 'named',
    place: 'loc',
  }));
}
