import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();

const topOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((each) => Math.round(each.getBoundingClientRect().top));
const bottomOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((each) => Math.round(each.getBoundingClientRect().bottom));

describe.each([1440, 1024])('the heads of the matrix at %i px', (width) => {
  const viewport = { width, height: 600 };

  it('stay in sight while it is scrolled, and so does its scrollbar', async () => {
    const { page } = await visit('?sub-techniques=shown', { viewport });
    await page.locator('.matrix').hover();
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.locator('.matrix').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(200);
    expect(await topOf(page, '.matrix h2')).toBe(await topOf(page, '.matrix'));
    await page.locator('.matrix').evaluate((box) => box.scrollIntoView({ block: 'end' }));
    expect(await bottomOf(page, '.matrix')).toBeLessThanOrEqual(viewport.height);
    expect(await topOf(page, '.matrix')).toBeGreaterThanOrEqual(await bottomOf(page, 'header'));
  });

  it('cover no technique that keys move to', async () => {
    const { page } = await visit('?sub-techniques=shown', { viewport });
    const columns = page.locator('.matrix section');
    const links = columns.nth(1).locator('.cell > a');
    await links.last().focus();
    const count = await links.count();
    for (let left = count - 1; left > 0; left -= 1) {
      await page.keyboard.press('ArrowUp');
      const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1);
      const head = await columns.nth(1).locator('h2').boundingBox();
      expect(top).toBeGreaterThanOrEqual((head?.y ?? Infinity) + (head?.height ?? 0) - 1);
    }
  });
});

it('a window that is low has the whole matrix in the page', async () => {
  const { page } = await visit('', { viewport: { width: 1440, height: 400 } });
  const [inside, shown] = await page.locator('.matrix').evaluate((box) => [box.scrollHeight, box.clientHeight]);
  expect(inside).toBe(shown);
});
