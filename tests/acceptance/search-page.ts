import type { Locator } from 'playwright-core';
import type { OpenSite } from './browser.ts';

/** What the search page shows once it has come to rest. */
export interface SearchResult {
  /** All hits, as the page counts them. */
  readonly count: number;
  /** The addresses of the hits on screen, in order, without query and anchor. */
  readonly hits: readonly string[];
  /** The query part of the page's address. */
  readonly query: string;
}

const patience = 20_000;
const restFor = 800;

/** Opens the search page and types a text. */
export async function search(site: OpenSite, text: string): Promise<SearchResult> {
  await site.page.goto(`${site.origin}/search/`, { waitUntil: 'networkidle' });
  await site.page.locator('[data-search] input[type="search"]').first().fill(text);
  return atRest(site, ({ count, hits }) => count > 0 && hits.length > 0);
}

/** Opens the search page at an address that holds its query. */
export async function openSearch(site: OpenSite, query: string): Promise<SearchResult> {
  await site.page.goto(`${site.origin}/search/${query}`);
  return atRest(site, ({ count, hits }) => count > 0 && hits.length > 0);
}

/** The choices of a facet on the search page, its panel opened where there is a button for it. */
export async function openFacet(site: OpenSite, facet: string): Promise<readonly Locator[]> {
  const boxes = site.page.locator(`[data-facet="${facet}"] input[type="checkbox"]`);
  const button = site.page.locator('[data-facets-open]').first();
  const isShown = async (): Promise<boolean> => (await boxes.count()) > 0 && (await boxes.first().isVisible());
  if (!(await isShown()) && (await button.isVisible())) await button.click();
  await boxes.first().waitFor({ state: 'attached' });
  return boxes.all();
}

/** Turns a choice over and waits for another count than `before`; the same result when none comes. */
export async function toggle(site: OpenSite, box: Locator, before: SearchResult): Promise<SearchResult> {
  await box.setChecked(!(await box.isChecked()), { force: true });
  return atRest(site, ({ count }) => count !== before.count, 5000);
}

/** The result once it is as wished and has stayed so for a while; as it is when time runs out. */
async function atRest(
  site: OpenSite,
  isWished: (result: SearchResult) => boolean,
  limit = patience,
): Promise<SearchResult> {
  const end = performance.now() + limit;
  let last = await read(site);
  let since = performance.now();
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = await read(site);
    if (JSON.stringify(now) !== JSON.stringify(last)) {
      last = now;
      since = performance.now();
    } else if (isWished(now) && performance.now() - since >= restFor) {
      return now;
    }
  }
  return last;
}

async function read({ page }: OpenSite): Promise<SearchResult> {
  const counter = page.locator('[data-search-count]').first();
  const isThere = (await counter.count()) > 0;
  const count = isThere ? Number(await counter.getAttribute('data-search-count')) : 0;
  const links = await page
    .locator('[data-search] [data-hit] a[href]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('href') ?? ''));
  const hits = links.map((link) => decodeURI(new URL(link, page.url()).pathname));
  return { count, hits: [...new Set(hits)], query: decodeURIComponent(new URL(page.url()).search) };
}
