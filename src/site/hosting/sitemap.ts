import { addressUnder } from '../../graph/index.ts';
import type { DataFile } from '../data-files.ts';

/** A page that a sitemap lists. */
export interface SitemapPage {
  /** Begins with `/` and leaves out the base. */
  readonly url: string;
  /** When its note was last changed, as its author wrote it; undefined when the note does not say. */
  readonly modified?: string | undefined;
}

/** What one sitemap may hold. Source: https://www.sitemaps.org/protocol.html. */
interface SitemapLimits {
  readonly addresses: number;
  readonly bytes: number;
}

const LIMITS: SitemapLimits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };
const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * The sitemap of pages, in their order: `sitemap.xml`, or, where it would hold more than is allowed, an index of that name and
 * `sitemap-1.xml` and so on. `home` is the home page's address, ending in `/`.
 */
export function sitemapFiles(home: string, pages: readonly SitemapPage[], limits = LIMITS): readonly DataFile[] {
  const addressOf = addressUnder(home);
  const entries = pages.map((page) => entryOf(addressOf(page.url), dayOf(page.modified)));
  const parts = partsOf(entries, limits).map((part) => document('urlset', part));
  if (parts.length <= 1) return [{ path: 'sitemap.xml', text: parts[0] ?? document('urlset', []) }];
  const files = parts.map((text, at) => ({ path: `sitemap-${at + 1}.xml`, text }));
  const index = files.map(({ path }) => `<sitemap><loc>${escapeXml(addressOf(`/${path}`))}</loc></sitemap>\n`);
  return [{ path: 'sitemap.xml', text: document('sitemapindex', index) }, ...files];
}

function entryOf(address: string, day: string | undefined): string {
  const modified = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
  return `<url><loc>${escapeXml(address)}</loc>${modified}</url>\n`;
}

/** A date such as `2024/01/31` or `2024-01-31 10:00:00` as `2024-01-31`; undefined when it is none. */
function dayOf(text = ''): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)/.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const iso = new Date(time).toISOString().slice(0, 10);
  return iso === `${year}-${month}-${day}` ? iso : undefined;
}

// An address holds no `<`, `>` or `"`: the URL standard encodes them in a path.
function escapeXml(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll("'", '&apos;');
}

function document(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${SCHEMA}">\n${entries.join('')}</${root}>\n`;
}

function partsOf(entries: readonly string[], limits: SitemapLimits): readonly (readonly string[])[] {
  const frame = document('urlset', []).length;
  const parts: string[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    const last = parts.at(-1);
    const isFull = last === undefined || last.length >= limits.addresses || bytes + entry.length > limits.bytes;
    if (isFull) parts.push([entry]);
    else last.push(entry);
    bytes = (isFull ? frame : bytes) + entry.length; // entries are ASCII
  }
  return parts;
}
