import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { onePageOfEachKind } from './kinds.ts';

const { visit } = useBrowser();
const kinds = onePageOfEachKind(inject('out'));

/** Tables that are wider than their box, or of which a head is cut: of at most so many columns. */
function cutTables(page: Page, most = Infinity): Promise<readonly string[]> {
  return page.locator('.table-scroll > table').evaluateAll(
    (tables, columns) =>
      tables.flatMap((table) => {
        const box = table.parentElement;
        const heads = [...table.querySelectorAll('thead th')];
        if (box === null || heads.length > columns) return [];
        const isCut =
          box.scrollWidth > box.clientWidth || heads.some((head) => head.scrollWidth > head.clientWidth + 1);
        return isCut ? [`${String(table.ariaLabel)}: ${String(box.scrollWidth)} in ${String(box.clientWidth)} px`] : [];
      }),
    most,
  );
}

describe.each(kinds)('the tables of a %s page', (_kind, address) => {
  it('fit their boxes at 1440 px, and those of few columns at 375 px', async () => {
    const wide = await visit(address, { viewport: { width: 1440, height: 900 } });
    expect(await cutTables(wide.page)).toEqual([]);
    const narrow = await visit(address, { viewport: { width: 375, height: 800 } });
    expect(await cutTables(narrow.page, 3)).toEqual([]);
  });
});

describe('the mark of sorting', () => {
  it('stands beside its head', async () => {
    const { page } = await visit('tags/', { viewport: { width: 1440, height: 900 } });
    await page.locator('th > button.sort').first().waitFor();
    const heights = await page
      .locator('thead th')
      .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().height));
    const lineHeight = await page
      .locator('thead th')
      .first()
      .evaluate((head) => {
        return Number.parseFloat(getComputedStyle(head).lineHeight);
      });
    expect(heights.length).toBeGreaterThan(3);
    expect(Math.max(...heights)).toBeLessThan(2 * lineHeight);
  });
});
