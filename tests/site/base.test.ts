import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePreview } from '../../src/site/index.ts';
import type { LocalServer } from '../../src/site/index.ts';
import { useBrowser } from './browser.ts';
import { build, temporaryFolder } from './build-site.ts';
import { crawl, crawlUrls, filesOf } from './crawl.ts';
import { onePageOfEachKind, readGraph } from './kinds.ts';
import { fileReferences } from './references.ts';

const home = 'https://detections.example/sub/path/';
const out = path.join(temporaryFolder(), 'site');
build('--out', out, '--site', home);

const read = (name: string): string => readFileSync(path.join(out, name), 'utf8');

describe('a site that is built for an address with a path', () => {
  const { visit } = useBrowser();
  const world: { server?: LocalServer } = {};
  beforeAll(async () => {
    world.server = await servePreview(out, 0);
  });
  afterAll(async () => {
    await world.server?.stop();
  });
  const at = (address: string): string => `${world.server?.url ?? ''}${address}`;

  it('has no address, in any file, that leads nowhere or leaves the path', () => {
    expect(crawl({ out, home })).toEqual([]);
  });

  it('holds addresses without base in its JSON, each of a page', () => {
    const urls = readGraph(out).nodes.map(({ url }) => url);
    const ids = filesOf(out)
      .filter((name) => /^search-ids\/\d+\.json$/.test(name))
      .flatMap((name) => (JSON.parse(read(name)) as [string, string, string, string][]).map(([, , url]) => url));
    expect(urls.length).toBeGreaterThan(100);
    expect(ids.length).toBeGreaterThan(100);
    expect(crawlUrls(out, [...urls, ...ids])).toEqual([]);
  });

  it('names whole addresses where others need them, and lists every page in its sitemap once', () => {
    const pages = filesOf(out).filter((name) => name.endsWith('/index.html') || name === 'index.html');
    const listed = fileReferences(out, 'sitemap.xml').map(({ address }) => address);
    expect([...listed].sort()).toEqual(
      pages
        .filter((name) => name !== 'search/index.html')
        .map((name) => encodeURI(home + name.replace(/index\.html$/, '')))
        .sort(),
    );
    expect(read('techniques/T1003.001/index.html')).toContain(
      `<link rel="canonical" href="${home}techniques/T1003.001/">`,
    );
    expect(read('404.html')).not.toContain('rel="canonical"');
    expect(read('404.html')).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(read('robots.txt')).toContain(`Sitemap: ${home}sitemap.xml`);
    expect(read('layers/coverage.json')).toContain(`"${home}techniques/`);
  });

  const some = onePageOfEachKind(out).filter(([kind]) => ['home', 'technique', 'runbook'].includes(kind));

  it.each(some)('serves a %s page without trouble', async (_kind, address) => {
    const { page, troubles } = await visit(at(address));
    expect(new URL(page.url()).pathname).toBe(encodeURI(`/sub/path/${address}`));
    expect(troubles).toEqual([]);
  });

  it('answers the search, with full text and ids', async () => {
    const { page, troubles } = await visit(at('search/?q=rundll32'));
    const hits = page.locator('[data-hit] a[href]');
    await hits.first().waitFor();
    expect(await hits.first().getAttribute('href')).toMatch(/^\/sub\/path\/\w+\//);
    await page.locator('[data-search] input[type=search]').fill('t1059_001');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sub\/path\/techniques\/T1059\.001\/$/);
    expect(troubles).toEqual([]);
  });

  it('leads from an address that writes an id otherwise to its page', async () => {
    const { page } = await visit(at('techniques/T1059/001/'));
    await page.locator('main [role=status] a').click();
    await page.waitForURL(/\/sub\/path\/techniques\/T1059\.001\/$/);
  });

  it('leads from an address that is missing to the search', async () => {
    const { page } = await visit(at('no/such/rundll32-page/'));
    const field = page.locator('form input[type=search]');
    expect(await field.inputValue()).toBe('no such rundll32 page');
    await field.press('Enter');
    await page.waitForURL(/\/sub\/path\/search\/\?q=no\+such\+rundll32\+page$/);
  });
});
