import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();

/** The names that a screen reader lists of all buttons or headings of a page's text. */
async function namesOf(page: Page, role: 'button' | 'heading'): Promise<readonly string[]> {
  const snapshot = await page.locator('.prose').ariaSnapshot();
  return [...snapshot.matchAll(new RegExp(`^\\s*- '?${role} "(.*?)"`, 'gm'))].map(([, name = '']) => name);
}

/** The boxes whose count would change without a word: those whose label does not name them. */
async function unnamedBoxes(page: Page, facets: string): Promise<readonly string[]> {
  const boxes = page.locator(`${facets} label:has([type=checkbox])`);
  expect(await boxes.count()).toBeGreaterThan(1);
  return boxes.evaluateAll((labels) =>
    labels
      .filter(
        (label) => document.getElementById(label.getAttribute('for') ?? '') !== label.querySelector('[type=checkbox]'),
      )
      .map(({ textContent }) => textContent),
  );
}

describe('a runbook', () => {
  it('tells its buttons apart, each by a name that begins with what is seen', async () => {
    const { page } = await visit('tests/T1003.001/');
    const names = await namesOf(page, 'button');
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names).toContain('Copy Cleanup Commands, Atomic Test #1');
    expect(names.filter((name) => /^(Copy .|Reset to the defaults of .)/.test(name))).toEqual(names);
    expect(await page.locator('.prose .copy').allTextContents()).toSatisfy((seen: string[]) =>
      seen.every((text) => text === 'Copy'),
    );
  });

  it('says its headings without what leads to them, where the Tab key does not stop', async () => {
    const { page, troubles } = await visit('tests/T1003.001/');
    const headings = await namesOf(page, 'heading');
    expect(headings.length).toBeGreaterThan(3);
    expect(headings.filter((name) => /#$|[Ll]ink/.test(name))).toEqual([]);
    const anchor = page.locator('.prose .anchor').first();
    expect(await anchor.evaluate((link: HTMLElement) => link.tabIndex)).toBe(-1);
    await page.locator('.prose h2').first().hover();
    await anchor.click();
    expect(new URL(page.url()).hash).toBe(await anchor.getAttribute('href'));
    expect(troubles).toEqual([]);
  });
});

describe('facets', () => {
  it('of the search say new counts, and what their fields leave', async () => {
    const { page } = await visit('search/?q=the');
    await page.locator('[data-facets-open]').click();
    await page.locator('[data-facet-panel] fieldset').first().waitFor();
    expect(await unnamedBoxes(page, '[data-facet-panel]')).toEqual([]);
    const field = page.locator('[data-facet-panel] input[type=text]').first();
    await field.fill('no such value');
    await expect.poll(() => page.locator('[data-said]').innerText()).toMatch(/^0 of \d+ values$/);
  });

  it('of the matrix say new counts', async () => {
    const { page } = await visit('');
    expect(await unnamedBoxes(page, '[data-matrix-tools]')).toEqual([]);
  });

  it('that are taken back hand the focus on: to the next, after the last to the field', async () => {
    const { page, troubles } = await visit('search/?q=the&kind=rule&level=high');
    const chips = page.locator('[data-chips] button');
    await chips.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => chips.count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Level: high');
    await page.keyboard.press('Enter');
    await expect.poll(() => chips.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-field');
    expect(troubles).toEqual([]);
  });
});

describe('a technique of the matrix', () => {
  it('says no folding while its sub-techniques are left out, and its key opens none', async () => {
    const { page } = await visit('');
    const link = page.locator('.cell:has(> details) > a', { hasText: 'T1059' }).first();
    await expect.poll(() => link.getAttribute('aria-expanded')).toBe('false');
    await page.locator('.filters summary').click();
    const id = await page.evaluate(alone);
    const technique = page.locator('.cell:has(> details) > a', { hasText: id }).first();
    await expect.poll(() => technique.getAttribute('aria-expanded')).toBe(null);
    await technique.press('Space');
    expect(await technique.locator('xpath=../details').getAttribute('open')).toBe(null);
    await page.locator('[data-matrix-unfold]').click();
    expect(await technique.getAttribute('aria-expanded')).toBe(null);
    await page.locator('[data-matrix-tools] [type=reset]').click();
    await expect.poll(() => technique.getAttribute('aria-expanded')).toBe('true');
  });
});

/** Runs in the page: ticks filters, one by one, until a technique is left without its sub-techniques; gives its id. */
async function alone(): Promise<string> {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-matrix-tools] [type=checkbox]')) {
    box.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const cell = document.querySelector('section:not([data-empty]) .cell:not([data-absent]):has(> details[hidden])');
    if (cell !== null) return cell.querySelector('code')?.textContent ?? '';
    box.click();
  }
  throw new Error('every technique keeps its sub-techniques');
}

describe('the heading of a list', () => {
  it.each(['rules/', 'techniques/T1003.001/'])('says its count apart from its name: %s', async (address) => {
    const { page } = await visit(address);
    const headings = page.locator('.section h2:has(.count)');
    expect(await headings.count()).toBeGreaterThan(0);
    const starts = await headings.evaluateAll((all) => all.map(({ firstChild }) => firstChild?.nodeValue ?? ''));
    expect(starts.filter((text) => !text.endsWith('\u{a0}'))).toEqual([]);
  });
});
