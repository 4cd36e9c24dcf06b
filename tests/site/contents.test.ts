import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();
// Its facts and its contents are longer together than a window of this height.
const low = { viewport: { width: 1440, height: 420 } };
const long = 'tests/T1082/';

const marked = (page: Page): Promise<readonly string[]> =>
  page.locator('.toc [aria-current]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
const hrefs = (page: Page): Promise<readonly string[]> =>
  page.locator('.toc a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
/** Scrolls so that a section begins a little below the window's top. */
const scrollToSection = (page: Page, href: string): Promise<void> =>
  page.evaluate((id) => {
    const section = document.getElementById(id);
    // What is laid out on the way changes where it stands.
    for (let n = 3; n > 0; n -= 1) scrollBy({ top: (section?.getBoundingClientRect().top ?? 0) - 60 });
  }, href.slice(1));

describe('the contents beside an article', () => {
  it('mark the section that is read, one at a time, and none above the first', async () => {
    const { page, troubles } = await visit(long, { viewport: { width: 1440, height: 900 } });
    expect(await marked(page)).toEqual([]);
    const [first = '', second = ''] = await hrefs(page);
    for (const href of [first, second, first]) {
      await scrollToSection(page, href);
      await expect.poll(() => marked(page)).toEqual([href]);
    }
    await page.evaluate(() => scrollTo({ top: 0 }));
    await expect.poll(() => marked(page)).toEqual([]);
    expect(await page.locator('.toc [aria-current="location"]').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('come to the last section at the end of the page, and to each one that a link leads to', async () => {
    const { page } = await visit(long, { viewport: { width: 1440, height: 900 } });
    const all = await hrefs(page);
    await page.keyboard.press('End');
    await expect.poll(() => marked(page)).toEqual(all.slice(-1));
    for (const [place, href] of all.entries()) {
      await page.locator('.toc a').nth(place).click();
      await expect.poll(() => marked(page)).toEqual([href]);
    }
    await page.goto(`${page.url().split('#')[0] ?? ''}${all[1] ?? ''}`);
    await page.reload();
    await expect.poll(() => marked(page)).toEqual([all[1]]);
  });

  it('name each section of the page, those of links after the note too', async () => {
    const { page } = await visit(long, { viewport: { width: 1440, height: 900 } });
    const sections = await page
      .locator('.article-body > .section h2')
      .evaluateAll((all) => all.map(({ id }) => `#${id}`));
    expect(sections).toContain('#listedIn');
    expect((await hrefs(page)).slice(-sections.length)).toEqual(sections);
  });

  it('keep the marked link in sight, and scroll nothing but their rail', async () => {
    const { page } = await visit(long, low);
    const rail = page.locator('.article-aside');
    const at = (): Promise<number> => rail.evaluate(({ scrollTop }) => scrollTop);
    const isInSight = (): Promise<boolean> =>
      page.locator('.toc [aria-current]').evaluate((link) => {
        const [inner, outer] = [link.getBoundingClientRect(), link.closest('.article-aside')?.getBoundingClientRect()];
        return outer !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom;
      });
    expect(await at()).toBe(0);
    for (const href of await hrefs(page)) {
      await scrollToSection(page, href);
      const stood = await page.evaluate(() => scrollY);
      await expect.poll(() => marked(page)).toEqual([href]);
      expect(await isInSight()).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBe(stood);
    }
    expect(await at()).toBeGreaterThan(0);
    await page.evaluate(() => scrollTo({ top: 0 }));
    await expect.poll(at).toBe(0);
  });

  it('move nothing of the page while it is scrolled', async () => {
    const { page } = await visit(long, low);
    for (const href of await hrefs(page)) {
      await scrollToSection(page, href);
      await expect.poll(() => marked(page)).toEqual([href]);
    }
    expect(await layoutShift(page)).toBeLessThan(0.02);
  });

  it('mark nothing where they are folded, and begin where the window grows', async () => {
    const { page } = await visit(long, { viewport: { width: 1100, height: 900 } });
    const [, second = ''] = await hrefs(page);
    await scrollToSection(page, second);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await marked(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => marked(page)).toHaveLength(1);
  });
});
