import { describe, expect, it, test } from 'vitest';
import { sitemapFiles } from '../../../../src/site/hosting/sitemap.ts';

const home = 'https://example.org/sub/';
const locations = (text: string): readonly string[] =>
  [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc);

test('a sitemap lists whole addresses in their order', () => {
  expect(sitemapFiles(home, [{ url: '/' }, { url: '/techniques/T1059.001/', modified: '2024/01/31' }])).toEqual([
    {
      path: 'sitemap.xml',
      text: [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        '<url><loc>https://example.org/sub/</loc></url>',
        '<url><loc>https://example.org/sub/techniques/T1059.001/</loc><lastmod>2024-01-31</lastmod></url>',
        '</urlset>',
        '',
      ].join('\n'),
    },
  ]);
});

test.each([
  ['/tags/größe/', 'tags/gr%C3%B6%C3%9Fe/'],
  ["/a&b'c/", 'a&amp;b&apos;c/'],
  ['/a<b>"c/', 'a%3Cb%3E%22c/'],
  ['/\ud800/', '%EF%BF%BD/'],
])('%s is escaped', (url, expected) => {
  expect(locations(sitemapFiles(home, [{ url }])[0]?.text ?? '')).toEqual([home + expected]);
});

test.each([
  ['2024-01-31', '2024-01-31'],
  ['2024/01/31 10:15:00', '2024-01-31'],
  ['2024-01-31T10:15:00Z', '2024-01-31'],
  ['2024-02-31', undefined],
  ['2024-01-311', undefined],
  ['31.01.2024', undefined],
  ['', undefined],
  ['</lastmod>', undefined],
])('a note changed on “%s” is listed with %s', (modified, day) => {
  const [{ text } = { text: '' }] = sitemapFiles(home, [{ url: '/a/', modified }]);
  expect(/<lastmod>(.*)<\/lastmod>/.exec(text)?.[1]).toBe(day);
});

describe('more than one sitemap may hold', () => {
  const pages = Array.from({ length: 7 }, (_, at) => ({ url: `/${at}/` }));

  it.each([
    ['addresses', { addresses: 3, bytes: Infinity }, [3, 3, 1]],
    ['bytes', { addresses: Infinity, bytes: 260 }, [3, 3, 1]],
  ])('is parted by %s under an index', (_, limits, sizes) => {
    const [index, ...parts] = sitemapFiles(home, pages, limits);
    expect(index?.path).toBe('sitemap.xml');
    expect(index?.text).toContain('<sitemapindex ');
    expect(locations(index?.text ?? '')).toEqual(parts.map(({ path }) => home + path));
    expect(parts.map(({ text }) => locations(text).length)).toEqual(sizes);
    expect(parts.flatMap(({ text }) => locations(text))).toEqual(pages.map(({ url }) => home + url.slice(1)));
    for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(limits.bytes);
  });

  it('keeps to the limits of the protocol', () => {
    const files = sitemapFiles(
      home,
      Array.from({ length: 50_001 }, (_, at) => ({ url: `/${at}/` })),
    );
    expect(files.map(({ text }) => locations(text).length)).toEqual([2, 50_000, 1]);
  });
});
