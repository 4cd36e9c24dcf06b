import { describe, expect, it, test } from 'vitest';
import {
  answerHeaders,
  headerRules,
  headersFile,
  readHeadersFile,
} from '../../../../src/site/hosting/answer-headers.ts';
import {
  answerPolicy,
  attachmentPolicy,
  pagePolicy,
  searchPolicy,
} from '../../../../src/site/hosting/content-policy.ts';
import { localAddress, publicAddress } from '../../../../src/site/hosting/public-address.ts';

const policies = { pagePolicy, searchPolicy, answerPolicy, attachmentPolicy };

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  const parts = policy.split('; ').map((directive) => directive.split(' '));
  return new Map(parts.map(([name = '', ...sources]) => [name, sources]));
}

describe.each(Object.entries(policies))('%s', (_name, policy) => {
  it('allows nothing but what it lists, and nothing inline or from elsewhere', () => {
    expect(directives(policy).get('default-src')).toEqual(["'none'"]);
    expect(directives(policy).get('base-uri')).toEqual(["'none'"]);
    const sources = new Set([...directives(policy).values()].flat());
    for (const source of ["'none'", "'self'", "'wasm-unsafe-eval'"]) sources.delete(source);
    expect([...sources]).toEqual([]);
  });
});

test('WebAssembly runs on the search page alone', () => {
  expect(directives(searchPolicy).get('script-src')).toContain("'wasm-unsafe-eval'");
  expect(directives(pagePolicy).get('script-src')).toEqual(["'self'"]);
});

test.each(['img-src', 'media-src'])(
  'a file opened by itself is shown in the page that a browser makes of it: %s',
  (name) => {
    expect(directives(attachmentPolicy).get(name)).toEqual(["'self'"]);
  },
);

test('framing is forbidden in the header, since a page cannot say it', () => {
  expect(directives(answerPolicy).get('frame-ancestors')).toEqual(["'none'"]);
  expect(pagePolicy + searchPolicy).not.toContain('frame-ancestors');
});

test.each([
  ['/', answerPolicy, undefined],
  ['/rules/x/', answerPolicy, undefined],
  ['/_astro/x.css', answerPolicy, 'public, max-age=31536000, immutable'],
  ['/pagefind/index/x.pf_index', answerPolicy, 'public, max-age=31536000, immutable'],
  ['/pagefind/pagefind.js', answerPolicy, undefined],
  ['/files/a.svg', `${answerPolicy}, ${attachmentPolicy}`, undefined],
])('an answer for %s', (pathname, policy, cached) => {
  const headers = answerHeaders(headerRules({ address: localAddress, isHidden: false, searchShards: 1 }), pathname);
  expect(headers.get('Content-Security-Policy')).toBe(policy);
  expect(headers.get('Cache-Control')).toBe(cached);
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('_headers holds the same rules under the base', () => {
  const rules = headerRules({ address: publicAddress({ base: '/sub/path/' }), isHidden: false, searchShards: 1 });
  const blocks = headersFile(rules).trimEnd().split('\n\n');
  expect(blocks.map((block) => block.split('\n')[0])).toEqual([
    '/sub/path/*',
    '/sub/path/files/*',
    '/sub/path/_astro/*',
    '/sub/path/pagefind/fragment/*',
    '/sub/path/pagefind/index/*',
    '/sub/path/pagefind/filter/*',
  ]);
  expect(blocks[0]).toContain(`\n  Content-Security-Policy: ${answerPolicy}\n`);
  for (const line of headersFile(rules).split('\n')) expect(line).toMatch(/^$|^\/\S*\*$|^ {2}[A-Z][\w-]+: \S/);
  expect(readHeadersFile(headersFile(rules))).toEqual(rules);
});

test('every part of the search index is kept as the first is', () => {
  const rules = headerRules({ address: localAddress, isHidden: false, searchShards: 3 });
  const kept = (path: string): boolean =>
    answerHeaders(rules, path).get('Cache-Control')?.endsWith('immutable') === true;
  expect(['/pagefind/index/a', '/pagefind/1/index/a', '/pagefind/2/fragment/a'].map(kept)).toEqual([true, true, true]);
  expect(['/pagefind/3/index/a', '/pagefind/1/pagefind-entry.json'].map(kept)).toEqual([false, false]);
});

test('a hidden site says so with every answer', () => {
  const robots = (isHidden: boolean): string | undefined =>
    answerHeaders(headerRules({ address: localAddress, isHidden, searchShards: 1 }), '/api/graph.json').get(
      'X-Robots-Tag',
    );
  expect([robots(true), robots(false)]).toEqual(['noindex, nofollow', undefined]);
});
