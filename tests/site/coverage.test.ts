import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();
const ROWS = 'tbody tr:visible';

describe('the coverage page', () => {
  it('narrows its lists, and goes back', async () => {
    const { page, troubles } = await visit('coverage/');
    const before = await page.locator(ROWS).count();
    await page.getByRole('combobox', { name: 'Tactic' }).selectOption('Discovery');
    const narrowed = await page.locator(ROWS).count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(before);
    expect(new URL(page.url()).searchParams.get('tactic')).toBe('discovery');
    const counts = await page.locator('.jumps a[href="#neither"] span').allInnerTexts();
    expect(counts).toEqual(await page.locator('#neither .count').allInnerTexts());
    expect(counts.join()).toMatch(/^\d+ of \d+$/);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.locator(ROWS).count()).toBe(before);
    expect(new URL(page.url()).search).toBe('');
    expect(troubles).toEqual([]);
  });

  it('is shared narrowed by its address', async () => {
    const { page, troubles } = await visit('coverage/?tactic=discovery');
    expect(await page.getByRole('combobox', { name: 'Tactic' }).inputValue()).toBe('Discovery');
    expect(await page.locator('tbody tr[data-left-out]').count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
  });

  it.each([
    ['tactic', 'Discovery'],
    ['platform', 'Linux'],
  ])('leaves of its figures by %s those of the one that is chosen', async (facet, name) => {
    const { page } = await visit(`coverage/?${facet}=${name}`);
    const figures = page.locator(`[data-list="by-${facet}"] tbody tr:not([data-left-out])`);
    await expect.poll(() => figures.locator('td:first-child, th').allInnerTexts()).toEqual([name]);
    const words = await page.locator('[data-page-filters] output').innerText();
    expect(words).toMatch(/^[\d,]+ of [\d,]+ rows/);
  });

  it.each([
    ['with a detection rule', ['rules-no-test', 'both']],
    ['with an atomic test', ['tests-no-rule', 'both']],
    ['with both', ['both']],
    ['with neither', ['neither']],
  ])('lists the techniques that the home page counts %s', async (label, sections) => {
    const { page, troubles } = await visit('');
    const figure = page.locator('.figures a', { hasText: label });
    const count = Number(await figure.locator('b').innerText());
    await figure.click();
    await page.waitForURL(/\/coverage\/\?with=/);
    await page.locator('tbody tr[data-left-out]').first().waitFor({ state: 'attached' });
    const shown = await Promise.all(
      ['rules-no-test', 'tests-no-rule', 'neither', 'both'].map(async (id) => {
        const rows = await page.locator(`[data-list="${id}"] tbody tr:not([data-left-out])`).count();
        expect(rows > 0, id).toBe(sections.includes(id));
        return rows;
      }),
    );
    expect(shown.reduce((sum, rows) => sum + rows, 0)).toBe(count);
    expect(troubles).toEqual([]);
  });

  it.each([
    ['with both', 'both'],
    ['with neither', 'neither'],
  ])('is opened by the figure %s at the list that has them', async (label, id) => {
    const { page } = await visit('', { viewport: { width: 1440, height: 900 } });
    await page.locator('.figures a', { hasText: label }).click();
    await page.waitForURL(`**/coverage/?with=${id}#${id}`);
    await page.waitForLoadState('networkidle');
    const top = await page.locator(`#${id}`).evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(900);
  });

  it('shows of a list that the filters empty its heading alone, and counts the rows that are seen', async () => {
    const { page } = await visit('coverage/?with=neither');
    const emptied = page.locator('[data-list=both]');
    expect(await emptied.locator('.count').innerText()).toMatch(/^0 of \d+$/);
    expect(await emptied.locator('thead').isVisible()).toBe(false);
    const disagreeing = (): Promise<readonly unknown[]> => page.evaluate(countsAndRows);
    expect(await disagreeing()).toEqual([]);
    await page.locator('[data-table-filter]:visible').first().fill('windows');
    await page.getByRole('combobox', { name: 'Platform' }).selectOption('Linux');
    await expect.poll(disagreeing).toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await emptied.locator('thead').isVisible()).toBe(true);
    await expect.poll(disagreeing).toEqual([]);
  });

  it('offers to show all only where something is chosen, and keys go on at the choices then', async () => {
    const { page } = await visit('coverage/');
    const button = page.locator('[data-page-filters] [type=reset]');
    expect(await button.isVisible()).toBe(false);
    await page.locator('[data-page-filters] select[name=tactic]').selectOption({ index: 1 });
    await button.focus();
    await page.keyboard.press('Enter');
    await button.waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    expect(new URL(page.url()).search).toBe('');
  });

  it('offers no choice that it cannot take without JavaScript, and shows every row', async () => {
    const { page } = await visit('coverage/?tactic=discovery', { javaScriptEnabled: false });
    expect(await page.locator('[data-page-filters]').isVisible()).toBe(false);
    expect(await page.locator('tbody tr').count()).toBe(await page.locator(ROWS).count());
  });
});

/** Runs in the page: what tables say of their rows where they show another number of them. */
function countsAndRows(): readonly unknown[] {
  const said = [...document.querySelectorAll('[data-table-count]')].map((count) => {
    const rows = count.closest('section')?.querySelectorAll('tbody tr:not([hidden], [data-left-out])').length ?? 0;
    return { rows, text: count.textContent };
  });
  return said.filter(({ rows, text }) => Number.parseInt(text.replaceAll(',', ''), 10) !== rows);
}
