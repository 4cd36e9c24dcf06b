import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Visit } from './browser.ts';

const { visit } = useBrowser();

/** What the search has loaded beside the page's own HTML, style and icon: bytes as they were sent, without compression. */
async function searchBytes({ page, transfers }: Visit): Promise<number> {
  await page.locator('[data-search-count]').waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = (await transfers()).filter(({ path }) => !/(?:\/|\.css|\.svg)$/.test(path));
  expect(loaded.map(({ path }) => path).join(' ')).toContain('/pagefind/index/');
  return loaded.reduce((sum, { bytes }) => sum + bytes, 0);
}

// The large vault has room for 260 kB, 320 kB with the facets: there each chunk of the index is several times larger.
describe('a first search', () => {
  it.each(['powershell', 'T1059.001', 'rundll32.exe'])('for %s loads under 150 kB', async (text) => {
    expect(await searchBytes(await visit(`search/?q=${text}`))).toBeLessThan(150_000);
  });

  it('loads under 180 kB with the facets open', async () => {
    expect(await searchBytes(await visit('search/?q=powershell&level=high'))).toBeLessThan(180_000);
  });

  it('loads no facet and one part of the id index', async () => {
    const opened = await visit('search/?q=T1059.001');
    await searchBytes(opened);
    const paths = (await opened.transfers()).map(({ path }) => path);
    expect(paths.filter((path) => path.includes('/pagefind/filter/'))).toEqual([]);
    expect(paths.filter((path) => path.includes('/search-ids/'))).toHaveLength(1);
  });
});
