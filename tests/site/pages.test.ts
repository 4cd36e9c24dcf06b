import { AxeBuilder } from '@axe-core/playwright';
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
