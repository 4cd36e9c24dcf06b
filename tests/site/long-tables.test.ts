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

  it('is copied as rows of cells, without those that its filter leaves out', async () => {
    const { page, troubles } = await visit('rules/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('[data-table-filter]').fill('critical');
    const rows = page.locator(VISIBLE);
    await expect.poll(() => rows.count()).toBeLessThan(30);
    const texts = await rows.evaluateAll((each) =>
      each.map((row) => Array.from(row.querySelectorAll('th, td'), ({ textContent }) => textContent)),
    );
    expect(texts.length).toBeGreaterThan(2);
    // From the second column of the first row to the first row's end and the whole of the second.
    const from = await rows.nth(0).locator('td').first().boundingBox();
    const to = await rows.nth(1).locator('td').last().boundingBox();
    if (from === null || to === null) throw new Error('no cells');
    await page.mouse.move(from.x + 1, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 2, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('Control+C');
    const read = (type: string): Promise<string> =>
      page.evaluate(async (asked) => {
        const [item] = await navigator.clipboard.read();
        return (await item?.getType(asked))?.text() ?? '';
      }, type);
    const expected = [texts[0]?.slice(1), texts[1]].map((cells) => cells?.join('\t').trimEnd());
    expect((await read('text/plain')).split('\n').map((line) => line.trimEnd())).toEqual(expected);
    const html = await read('text/html');
    expect(html.match(/<tr/g)).toHaveLength(2);
    expect(html).toContain(`href="${new URL(page.url()).origin}/rules/`);
    expect(troubles).toEqual([]);
  });

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
