import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { onePageOfEachKind } from './kinds.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();
const kinds = onePageOfEachKind(inject('out'));
const pictures = 'screenshots';
mkdirSync(pictures, { recursive: true });
const THEME_RULES = ['color-contrast', 'link-in-text-block'];

/** How a page is looked at. In the dark axe is asked only what a theme can change: the rest takes as long again. */
const looks = [1440, 1024, 375].flatMap((width) => [
  { width, theme: 'light', rules: 'all' } as const,
  { width, theme: 'dark', rules: 'colours' } as const,
]);

async function violations(page: Page, rules: (typeof looks)[number]['rules']): Promise<readonly string[]> {
  // Our pages have no frames, for which alone axe would take its results to a page of its own and back: that doubles the time.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const result = await (rules === 'all' ? builder : builder.withRules(THEME_RULES)).analyze();
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe.each(kinds)('a %s page', (kind, address) => {
  it('is whole and accessible at every width and in both themes', async () => {
    const { page, troubles } = await visit(address, { reducedMotion: 'reduce' });
    expect(await page.locator('h1').count()).toBe(1);
    for (const { width, theme, rules } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      const found = { width, theme, violations: await violations(page, rules), overflow: await overflow(page) };
      expect(found).toEqual({ width, theme, violations: [], overflow: 0 });
      await page.screenshot({ path: `${pictures}/${kind.replaceAll(' ', '-')}-${String(width)}-${theme}.png` });
    }
    expect(troubles).toEqual([]);
  });
});

describe('an address that does not exist', () => {
  it('gets the 404 page, which offers the search with its words', async () => {
    const { page } = await visit('no/such/rundll32-page/');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('form[action*="search"] input[type=search]').inputValue()).toContain('rundll32');
    expect(await page.locator('main [role=status] a').count()).toBe(0);
  });

  it.each([
    ['techniques/T1086/', '/techniques/T1059.001/', '(Sub-technique, took the place of T1086)'],
    ['techniques/T1059/001/', '/techniques/T1059.001/', '(Sub-technique)'],
    ['techniques/t1059.001/', '/techniques/T1059.001/', '(Sub-technique)'],
    ['tests/T1059_001/', '/tests/T1059.001/', '(Test runbook)'],
  ])('%s offers the very page', async (address, url, words) => {
    const { page } = await visit(address);
    const offer = page.locator('main [role=status]');
    await offer.locator('a').waitFor();
    expect(await offer.locator('a').getAttribute('href')).toBe(url);
    expect(await offer.innerText()).toBe(
      `Perhaps you are looking for T1059.001 Command and Scripting Interpreter: PowerShell ${words}.`,
    );
    expect(await layoutShift(page)).toBeLessThan(0.02);
  });
});

describe('the pages that an address may mean', () => {
  it.each([1440, 600, 375])('move nothing at %i px where there are two', async (width) => {
    const { page } = await visit('Use%20Cases/T1059.001.md', { viewport: { width, height: 800 } });
    const offers = page.locator('main [role=status] a');
    await offers.first().waitFor();
    expect(await offers.count()).toBe(2);
    expect(await layoutShift(page)).toBeLessThan(0.02);
  });
});

describe('the Content Security Policy', () => {
  const attack = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.ran = "inline"';
      document.head.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="document.documentElement.dataset.ran=1">');
      document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="position: fixed">x</p>');
      await fetch('https://elsewhere.invalid/').catch(() => undefined);
    });

  it('blocks what an injection could do, and the listener hears of it', async () => {
    const { page, troubles } = await visit('');
    await attack(page);
    const violations = (): readonly string[] => troubles.filter((trouble) => trouble.startsWith('console: policy: '));
    // The page's own policy and the header's may both forbid a thing.
    await expect
      .poll(() => [...new Set(violations())].sort(), { timeout: 20_000 })
      .toEqual([
        'console: policy: connect-src forbids https://elsewhere.invalid/',
        'console: policy: img-src forbids x',
        'console: policy: script-src-attr forbids inline',
        'console: policy: script-src-elem forbids inline',
        'console: policy: style-src-attr forbids inline',
      ]);
    expect(await page.locator('html').getAttribute('data-ran')).toBeNull();
  });
});
