import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { onePageOfEachKind } from './kinds.ts';

const { visit } = useBrowser();
const kinds = onePageOfEachKind(inject('out'));
const widths = [1440, 375] as const;

describe.each(kinds)('a %s page', (_kind, address) => {
  it.each(widths)('is whole and accessible at %i pixels', async (width) => {
    const colorScheme = width === 375 ? 'dark' : 'light';
    const { page, troubles } = await visit(address, { viewport: { width, height: 900 }, colorScheme });
    expect(await page.locator('h1').count()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(troubles).toEqual([]);
  });
});

describe('an address that does not exist', () => {
  it('gets the 404 page, which offers the search', async () => {
    const { page } = await visit('no/such/rundll32-page/');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('a[href*="search"], form[action*="search"]').count()).toBeGreaterThan(0);
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
      await fetch('/api/graph.json').catch(() => undefined);
    });

  it('blocks what an injection could do, and the listener hears of it', async () => {
    const { page, troubles } = await visit('');
    await attack(page);
    const violations = (): readonly string[] => troubles.filter((trouble) => trouble.startsWith('console: policy: '));
    // The page's own policy and the header's may both forbid a thing.
    await expect
      .poll(() => [...new Set(violations())].sort(), { timeout: 20_000 })
      .toEqual([
        `console: policy: connect-src forbids ${new URL('/api/graph.json', page.url()).href}`,
        'console: policy: img-src forbids x',
        'console: policy: script-src-attr forbids inline',
        'console: policy: script-src-elem forbids inline',
        'console: policy: style-src-attr forbids inline',
      ]);
    expect(await page.locator('html').getAttribute('data-ran')).toBeNull();
  });
});
