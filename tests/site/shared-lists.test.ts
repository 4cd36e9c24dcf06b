import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();
const queryOf = (page: Page): string => new URL(page.url()).search;
const ROWS = '.data-table tbody tr:visible';

/** The names of the rows to be seen, from the top. */
function namesOf(page: Page, list = ''): Promise<readonly string[]> {
  return page.locator(`${list} ${ROWS}`).evaluateAll((rows) => rows.map((row) => row.children[0]?.textContent ?? ''));
}

describe('the address of a list', () => {
  it('says its filter once the keys rest, and its order, in place of what it said', async () => {
    const { page, troubles } = await visit('rules/#rules');
    const steps = await page.evaluate(() => history.length);
    await page.locator('[data-table-filter]').pressSequentially(' windows lsass ');
    await expect.poll(() => queryOf(page)).toBe('?rules=windows+lsass');
    const head = page.locator('thead button', { hasText: 'Log source' });
    await head.click();
    await expect.poll(() => queryOf(page)).toBe('?rules=windows+lsass&rules-sort=log+source');
    await head.click();
    await expect.poll(() => queryOf(page)).toBe('?rules=windows+lsass&rules-sort=-log+source');
    expect(new URL(page.url()).hash).toBe('#rules');
    await page.locator('[data-table-filter]').fill('');
    await expect.poll(() => queryOf(page)).toBe('?rules-sort=-log+source');
    expect(await page.evaluate(() => history.length)).toBe(steps);
    expect(troubles).toEqual([]);
  });

  it('says the filter at once where Enter or the next field comes after it', async () => {
    const { page } = await visit('rules/');
    await page.locator('[data-table-filter]').fill('lsass');
    await page.keyboard.press('Enter');
    expect(queryOf(page)).toBe('?rules=lsass');
  });

  it('says nothing of the order that the page has by itself, and holds the heads chosen before', async () => {
    const { page } = await visit('rules/');
    const own = await namesOf(page);
    for (const name of ['Status', 'Level']) await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => queryOf(page)).toBe('?rules-sort=level&rules-sort=status');
    await expect.poll(() => namesOf(page)).not.toEqual(own);
    const sorted = await namesOf(page);
    await page.reload();
    expect(await namesOf(page)).toEqual(sorted);
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    await expect.poll(() => namesOf(page)).toEqual(own);
    await expect.poll(() => queryOf(page)).toBe('');
  });
});

describe('an address with a filter and an order, opened afresh', () => {
  it.each([1440, 375])('shows the list so from the first, and nothing moves, at %i px', async (width) => {
    const { page } = await visit('rules/');
    await page.locator('[data-table-filter]').fill('windows');
    await page.getByRole('button', { name: 'Level', exact: true }).click();
    await expect.poll(() => queryOf(page)).toBe('?rules=windows&rules-sort=level');
    const [names, count] = [await namesOf(page), await page.locator('[data-table-count]').innerText()];
    const shared = await visit(page.url(), { viewport: { width, height: 800 } });
    expect(await shared.page.locator('[data-table-filter]').inputValue()).toBe('windows');
    expect(await shared.page.locator('[data-table-count]').innerText()).toBe(count);
    expect(await shared.page.locator('th[aria-sort]').innerText()).toBe('Level');
    expect(await namesOf(shared.page)).toEqual(names);
    expect(await layoutShift(shared.page)).toBeLessThan(0.02);
    expect(shared.troubles).toEqual([]);
  });

  it('is read in any case, and keeps what it does not know', async () => {
    const query = '?x=1&rules=T1003_001&rules-sort=-LEVEL&rules-sort=colour&tests=a';
    const { page, troubles } = await visit(`rules/${query}`);
    expect(await page.locator('th[aria-sort=descending]').innerText()).toBe('Level');
    expect(await page.locator(ROWS).count()).toBeGreaterThan(0);
    expect(queryOf(page)).toBe(query);
    await page.locator('[data-table-filter]').fill('lsass');
    await expect.poll(() => queryOf(page)).toBe('?x=1&rules-sort=-LEVEL&rules-sort=colour&tests=a&rules=lsass');
    expect(troubles).toEqual([]);
  });

  it('leaves a list as it is where it asks for what there is not', async () => {
    const { page, troubles } = await visit(
      'rules/?rules-sort=colour&rules-sort=&rules=%20&techniques=lsass&rules-sort=%E0',
    );
    expect(await page.locator('th[aria-sort]').count()).toBe(0);
    expect(await page.locator('.data-table tbody tr[hidden]').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('arranges each of several lists, beside the choices above them, and stands at its anchor', async () => {
    const query = '?tactic=discovery&neither=windows&neither-sort=-name&both-sort=rules';
    const { page, troubles } = await visit(`coverage/${query}#neither`);
    const [list, sorted] = ['neither', 'both'].map((id) => page.locator(`[data-list=${id}]`));
    expect(await list?.locator('[data-table-filter]').inputValue()).toBe('windows');
    expect(await list?.locator('th[aria-sort=descending]').innerText()).toBe('Name');
    expect(await sorted?.locator('th[aria-sort=ascending]').innerText()).toBe('Rules');
    expect(await page.locator('th[aria-sort]').count()).toBe(2);
    const top = await page.locator('#neither').evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(800);
    await page.getByRole('combobox', { name: 'Platform' }).selectOption('Windows');
    expect(queryOf(page)).toBe(`${query}&platform=windows`);
    expect(troubles).toEqual([]);
  });

  it('arranges the lists after a note', async () => {
    const { page } = await visit('tests/T1003.001/?rules-sort=-level');
    expect(await page.locator('[data-list=rules] th[aria-sort=descending]').innerText()).toBe('Level');
  });
});

describe('back and forward', () => {
  it('show each list as the address says, and a link within the page changes none', async () => {
    const { page, troubles } = await visit('coverage/');
    const list = '[data-list=neither]';
    const field = page.locator(`${list} [data-table-filter]`);
    const own = await namesOf(page, list);
    await page.locator('.jumps a[href="#neither"]').click();
    await field.fill('windows');
    await page.locator(`${list} thead button`, { hasText: 'Name' }).click();
    await expect.poll(() => queryOf(page)).toBe('?neither=windows&neither-sort=name');
    await expect.poll(() => namesOf(page, list)).not.toEqual(own);
    const arranged = await namesOf(page, list);
    await page.locator('.jumps a[href="#both"]').click();
    expect(await namesOf(page, list)).toEqual(arranged);
    await page.goBack();
    expect(await namesOf(page, list)).toEqual(arranged);
    await page.goBack();
    await expect.poll(() => namesOf(page, list)).toEqual(own);
    expect(await field.inputValue()).toBe('');
    expect(await page.locator('th[aria-sort]').count()).toBe(0);
    await page.goForward();
    await expect.poll(() => namesOf(page, list)).toEqual(arranged);
    expect(await field.inputValue()).toBe('windows');
    expect(await page.locator('th[aria-sort]').innerText()).toBe('Name');
    expect(troubles).toEqual([]);
  });
});

describe('a search in a note', () => {
  it('keeps its order for whoever comes back, and out of the address', async () => {
    const { page, troubles } = await visit('readme/');
    const head = page.locator('.query-block th', { hasText: 'Level' }).first();
    await head.locator('button').click();
    await page.waitForTimeout(100);
    expect(queryOf(page)).toBe('');
    await page.reload();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.evaluate(() => location.assign('#pageContent'));
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(troubles).toEqual([]);
  });
});
