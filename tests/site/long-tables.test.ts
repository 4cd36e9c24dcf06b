import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();
const VISIBLE = '.data-table.long tbody tr:visible';

describe('a long table, whose rows stand in groups', () => {
  it.each([1440, 1024, 375])(
    'is taken for no lower than it is at %i px, so that no row lies upon another',
    async (width) => {
      for (const address of ['rules/', 'coverage/', 'techniques/']) {
        const { page } = await visit(address, { viewport: { width, height: 800 } });
        const shares = await page.locator('.data-table.long tbody:not(:last-child)').evaluateAll((groups) =>
          groups.map((group) => {
            if (!(group instanceof HTMLElement)) throw new Error('no group');
            const taken = Number.parseFloat(getComputedStyle(group).containIntrinsicBlockSize.replace('auto ', ''));
            group.style.contentVisibility = 'visible';
            return taken / group.getBoundingClientRect().height;
          }),
        );
        expect(shares.length, address).toBeGreaterThan(0);
        expect(Math.min(...shares), address).toBeGreaterThanOrEqual(1);
        expect(Math.max(...shares), address).toBeLessThan(1.6);
      }
    },
  );

  it('sorts as a whole, and each group keeps its number of rows', async () => {
    const { page, troubles } = await visit('rules/');
    const sizes = await groupSizes(page);
    expect(sizes.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    const names = page.locator('.data-table.long tbody th');
    const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
    await expect
      .poll(async () => {
        const texts = await names.allInnerTexts();
        return texts.every((text, index) => index === 0 || collator.compare(texts[index - 1] ?? '', text) >= 0);
      })
      .toBe(true);
    expect(await groupSizes(page)).toEqual(sizes);
    expect(troubles).toEqual([]);
  });

  it('narrows to a row of its last group, which then stands at its top, and widens again', async () => {
    const { page, troubles } = await visit('rules/');
    const all = await page.locator(VISIBLE).count();
    const last = await page.locator('.data-table.long tbody:last-child th').last().innerText();
    const field = page.locator('[data-table-filter]');
    await field.fill(last);
    await expect.poll(() => page.locator(VISIBLE).count()).toBe(1);
    expect(await page.locator(VISIBLE).locator('th').innerText()).toBe(last);
    const head = await page.locator('.data-table.long thead').boundingBox();
    const row = await page.locator(VISIBLE).boundingBox();
    expect(Math.abs((row?.y ?? 0) - (head?.y ?? 0) - (head?.height ?? 0))).toBeLessThan(2);
    // What sorting brings into a group that was left out is seen.
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    await expect.poll(() => page.locator(VISIBLE).allInnerTexts()).toHaveLength(1);
    await field.fill('');
    await expect.poll(() => page.locator(VISIBLE).count()).toBe(all);
    expect(troubles).toEqual([]);
  });
});

function groupSizes(page: Page): Promise<readonly number[]> {
  return page.locator('.data-table.long tbody').evaluateAll((groups) => groups.map((group) => group.children.length));
}
