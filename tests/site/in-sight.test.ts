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

describe('the head of a long list', () => {
  const viewport = { width: 1440, height: 600 };

  it('stays in sight under the bar', async () => {
    const { page } = await visit('rules/', { viewport });
    await page.mouse.move(700, 300);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    const bar = await bottomOf(page, 'header');
    expect(Math.abs((await topOf(page, '.long > thead')) - bar)).toBeLessThanOrEqual(1);
    await page.locator('.long > thead button.sort').nth(1).click();
    expect(await page.locator('.long > thead th').nth(1).getAttribute('aria-sort')).toBe('ascending');
  });

  it('covers no link that keys move to', async () => {
    const { page } = await visit('rules/', { viewport });
    await page.locator('.long tbody tr:nth-child(20) a').first().focus();
    await page.evaluate(() => scrollBy({ top: 500 }));
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1);
      expect(top).toBeGreaterThanOrEqual(await bottomOf(page, '.long > thead'));
    }
  });

  it.each(['rules/', 'techniques/', 'coverage/'])('leaves %s no wider than its window', async (address) => {
    const { page } = await visit(address, { viewport });
    const [inside, shown] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(inside).toBe(shown);
  });
});

it('the focus ring of an input is seen on all sides', async () => {
  const { page } = await visit('tests/T1082/', { viewport: { width: 1440, height: 900 } });
  const input = page.locator('atomic-inputs input').first();
  await input.focus();
  const clipped = await input.evaluate((field) => {
    const ring = field.getBoundingClientRect();
    const { outlineWidth, outlineOffset } = getComputedStyle(field);
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const boxes: Element[] = [];
    for (let box = field.parentElement; box !== null && box.localName !== 'atomic-inputs'; box = box.parentElement) {
      const { left, right } = box.getBoundingClientRect();
      const cuts = getComputedStyle(box).overflowX !== 'visible';
      if (cuts && (left > ring.left - reach || right < ring.right + reach)) boxes.push(box);
    }
    return boxes.map(({ localName, className }) => `${localName}.${className}`);
  });
  expect(clipped).toEqual([]);
});
