import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

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
