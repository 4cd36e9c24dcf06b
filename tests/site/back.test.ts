import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();
const queryOf = (page: Page): string => new URL(page.url()).search;

describe('back in the matrix', () => {
  it('undoes one choice after the other, and forward takes them again', async () => {
    const { page, troubles } = await visit('');
    const cells = page.locator('.cell:visible');
    const all = await cells.count();
    await page.locator('.filters > summary').click();
    await page.getByRole('checkbox', { name: /^macOS/ }).check();
    await expect.poll(() => queryOf(page)).toBe('?platform=macOS');
    const narrowed = await cells.count();
    await page.locator('.switch label', { hasText: 'Gaps' }).click();
    await expect.poll(() => queryOf(page)).toBe('?show=gaps&platform=macOS');
    await page.goBack();
    expect(await page.locator('[data-matrix-board]').getAttribute('data-view')).toBe('rules');
    expect(await page.getByRole('radio', { name: 'Rules' }).isChecked()).toBe(true);
    expect(await cells.count()).toBe(narrowed);
    await page.goBack();
    await expect.poll(() => cells.count()).toBe(all);
    expect(await page.getByRole('checkbox', { name: /^macOS/ }).isChecked()).toBe(false);
    expect(await page.locator('[data-matrix-tools] output').innerText()).toBe('');
    await page.goForward();
    await expect.poll(() => cells.count()).toBe(narrowed);
    expect(troubles).toEqual([]);
  });

  it('leaves keys at the filter when the button that shows all goes', async () => {
    const { page } = await visit('');
    await page.locator('.filters > summary').click();
    await page.getByRole('checkbox', { name: /^macOS/ }).check();
    await expect.poll(() => queryOf(page)).toBe('?platform=macOS');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Show all' }).focus();
    await page.goBack();
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-matrix-filter'))).toBe(true);
  });

  it('is not held up by letters typed', async () => {
    const { page } = await visit('coverage/');
    await page.goto(new URL('../', page.url()).href);
    await page.locator('[data-matrix-filter]').pressSequentially('power');
    await expect.poll(() => queryOf(page)).toBe('?find=power');
    await page.goBack();
    expect(page.url()).toMatch(/\/coverage\/$/);
  });
});

describe('back on the coverage page', () => {
  it('undoes a choice, and a link within the page undoes none', async () => {
    const { page, troubles } = await visit('coverage/');
    const rows = page.locator('tbody tr:visible');
    const all = await rows.count();
    const tactic = page.getByRole('combobox', { name: 'Tactic' });
    await tactic.selectOption('Discovery');
    const narrowed = await rows.count();
    await page.locator('.jumps a[href="#neither"]').click();
    expect(new URL(page.url()).hash).toBe('#neither');
    await page.goBack();
    expect(await tactic.inputValue()).toBe('Discovery');
    expect(await rows.count()).toBe(narrowed);
    await page.goBack();
    expect(queryOf(page)).toBe('');
    expect(await tactic.inputValue()).toBe('');
    await expect.poll(() => rows.count()).toBe(all);
    expect(troubles).toEqual([]);
  });
});

// Playwright's browsers keep no page that was left.
describe('back to a list, where it is loaded anew', () => {
  it.each([1440, 375])('finds it narrowed and sorted as it was, and nothing moves, at %i px', async (width) => {
    const { page, troubles } = await visit('rules/', { viewport: { width, height: 800 } });
    const rows = page.locator('tbody tr:not([hidden])');
    await page.locator('[data-table-filter]').fill('windows');
    await page.locator('thead button.sort').first().click();
    await page.locator('thead button.sort').first().click();
    await expect.poll(() => page.locator('tbody tr[hidden]').count()).toBeGreaterThan(0);
    const texts = await rows.allInnerTexts();
    const count = await page.locator('[data-table-count]').innerText();
    await rows.first().locator('a').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/rules/'));
    await page.goBack();
    expect(await page.locator('[data-table-filter]').inputValue()).toBe('windows');
    expect(await page.locator('[data-table-count]').innerText()).toBe(count);
    expect(await page.locator('thead th').first().getAttribute('aria-sort')).toBe('descending');
    expect(await rows.allInnerTexts()).toEqual(texts);
    expect(await page.locator('.site-footer').isVisible()).toBe(true);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    expect(troubles).toEqual([]);
  });

  it('finds each of several lists as it was, and the choices above them', async () => {
    const { page } = await visit('coverage/');
    const list = page.locator('[data-list=neither]');
    const sorted = page.locator('[data-list=both] thead th').nth(1);
    await list.locator('[data-table-filter]').fill('windows');
    await sorted.locator('button').click();
    await page.getByRole('combobox', { name: 'Tactic' }).selectOption('Discovery');
    const count = await list.locator('[data-table-count]').innerText();
    await page.goto(new URL('../rules/', page.url()).href);
    await page.goBack();
    expect(await list.locator('[data-table-filter]').inputValue()).toBe('windows');
    expect(await page.getByRole('combobox', { name: 'Tactic' }).inputValue()).toBe('Discovery');
    expect(await list.locator('[data-table-count]').innerText()).toBe(count);
    expect(await sorted.getAttribute('aria-sort')).toBe('ascending');
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
  });
});
