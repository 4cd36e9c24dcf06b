import { answerPolicy, attachmentPolicy } from './content-policy.ts';

/** Headers for every answer whose address, without the base, begins with `prefix`. */
interface HeaderRule {
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
}

const IMMUTABLE = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** What a host should send with a built site, the general first; an answer gets those of every rule that fits. */
const rules: readonly HeaderRule[] = [
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
  { prefix: '/pagefind/fragment/', headers: IMMUTABLE },
  { prefix: '/pagefind/index/', headers: IMMUTABLE },
  { prefix: '/pagefind/filter/', headers: IMMUTABLE },
];

/**
 * The headers of an answer by its address without the base. Where several rules name a header its values stand side by side,
 * as hosts join them; of policies a browser keeps every one.
 */
export function answerHeaders(pathname: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const rule of rules.filter(({ prefix }) => pathname.startsWith(prefix))) {
    for (const [name, value] of Object.entries(rule.headers)) {
      headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    }
  }
  return headers;
}

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read at the top of a published folder. A hidden site's also keeps search
 * engines from what they find without its page, such as a JSON file.
 * Source: https://developers.cloudflare.com/pages/configuration/headers/.
 */
export function headersFile(base: string, isHidden: boolean): string {
  const blocks = rules.map(({ prefix, headers }) => {
    const hidden = isHidden && prefix === '/' ? { 'X-Robots-Tag': 'noindex, nofollow' } : {};
    const lines = Object.entries({ ...headers, ...hidden }).map(([name, value]) => `  ${name}: ${value}`);
    return [`${base.slice(0, -1)}${prefix}*`, ...lines, ''].join('\n');
  });
  return blocks.join('\n');
}
