import { searchShardFolder } from '../search/search-shards.ts';
import { answerPolicy, attachmentPolicy } from './content-policy.ts';
import { servedBase } from './public-address.ts';
import type { PublicAddress } from './public-address.ts';

/** Headers for every answer whose path begins with `prefix`. */
export interface HeaderRule {
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
}

const IMMUTABLE = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** What a host should send with a site at its top, the general first; an answer gets those of every rule that fits. */
const RULES: readonly HeaderRule[] = [
  {
    prefix: '/',
    headers: {
      'Content-Security-Policy': answerPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  },
  { prefix: '/files/', headers: { 'Content-Security-Policy': attachmentPolicy } },
  // Their names change with their content.
  { prefix: '/_astro/', headers: IMMUTABLE },
];

/** Folders of a part of the search index, whose names of files change with their content too. */
const HASHED = ['fragment', 'index', 'filter'];

/** What tells the headers of a site. */
export interface HeaderWish {
  readonly address: PublicAddress;
  /** Whether search engines are asked to leave the site alone. */
  readonly isHidden: boolean;
  /** Into how many parts its search index is cut. */
  readonly searchShards: number;
}

/**
 * The rules of a site where it stands. A hidden site's also keep search engines from what they find without its page, such as a
 * JSON file.
 */
export function headerRules({ address, isHidden, searchShards }: HeaderWish): readonly HeaderRule[] {
  const base = servedBase(address).slice(0, -1);
  const hidden = isHidden ? { 'X-Robots-Tag': 'noindex, nofollow' } : {};
  const parts = Array.from({ length: searchShards }, (_, shard) =>
    HASHED.map((name) => ({ prefix: `/pagefind/${searchShardFolder(shard)}${name}/`, headers: IMMUTABLE })),
  );
  return [...RULES, ...parts.flat()].map(({ prefix, headers }) => ({
    prefix: base + prefix,
    headers: prefix === '/' ? { ...headers, ...hidden } : headers,
  }));
}

/**
 * The headers of an answer by its path. Where several rules name a header its values stand side by side, as hosts join them; of
 * policies a browser keeps every one.
 */
export function answerHeaders(rules: readonly HeaderRule[], pathname: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules.filter(({ prefix }) => pathname.startsWith(prefix))) {
    for (const [name, value] of Object.entries(rule.headers)) {
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return headers;
}

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read at the top of a published folder.
 * Source: https://developers.cloudflare.com/pages/configuration/headers/.
 */
export function headersFile(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ prefix, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    return [`${prefix}*`, ...lines, ''].join('\n');
  });
  return blocks.join('\n');
}

/** The rules of a file that {@link headersFile} has written; of another, what it understands. */
export function readHeadersFile(text: string): readonly HeaderRule[] {
  return text.split(/\n{2,}/).flatMap((block) => {
    const [pattern = '', ...lines] = block.trimEnd().split('\n');
    const headers = lines.flatMap((line) => {
      const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    });
    return pattern.endsWith('*') ? [{ prefix: pattern.slice(0, -1), headers: Object.fromEntries(headers) }] : [];
  });
}
