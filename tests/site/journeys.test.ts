import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();

/** Presses Tab until what has the focus is wished for; fails when it never is. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wished) => document.activeElement?.matches(wished) ?? false, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

describe('by keyboard alone', () => {
  it('a rule is found by its id, followed to a test, and the command copied', async () => {
    const { page, troubles } = await visit('', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { nodes } = JSON.parse(readFileSync(path.join(inject('out'), 'api/graph.json'), 'utf8')) as {
      nodes: { kind: string; url: string; title: string }[];
    };
    const rule = nodes.find(({ kind, title }) => kind === 'rule' && /comsvcs/i.test(title)) ?? nodes[0];
    await page.keyboard.press('/');
    await page.waitForURL('**/search/**');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type(rule?.url.split('/').at(-2) ?? '');
    await page.locator('[data-search-count]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${rule?.url ?? ''}`);
    await tabTo(page, 'a[href*="/tests/T"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tests/**');
    await tabTo(page, '.atomic-test input');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Z:\\typed.dmp');
    await tabTo(page, '.atomic-test figure [data-copy]');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Z:\\typed.dmp');
    expect(troubles).toEqual([]);
  });

  it('the search has all that is typed while it is on its way', async () => {
    const { page, troubles } = await visit('techniques/T1059.001/');
    const session = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 800, downloadThroughput: -1, uploadThroughput: -1 };
    await session.send('Network.emulateNetworkConditions', slow);
    await page.keyboard.press('/');
    await page.keyboard.type('/etc/shadow', { delay: 20 });
    await page.waitForURL('**/search/?q=%2Fetc%2Fshadow');
    const field = page.locator('#search-field');
    await expect.poll(() => field.evaluate((input) => document.activeElement === input)).toBe(true);
    await page.keyboard.type('s');
    expect(await field.inputValue()).toBe('/etc/shadows');
    expect(troubles).toEqual([]);
  });

  it('a name that one page has leads to it on Enter, other words do not', async () => {
    const { page } = await visit('search/');
    await page.locator('#search-field').fill('sysmon');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-count]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/search/');
    await page.locator('#search-field').fill('sysmon configuration CHANGED ');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rules/**');
    expect(await page.locator('h1').innerText()).toBe('Sysmon Configuration Changed');
  });

  it('the search is a part of the history, and Escape empties it', async () => {
    const { page } = await visit('techniques/');
    await page.keyboard.press('Control+k');
    await page.waitForURL('**/search/**');
    await page.locator('#search-field').pressSequentially('rundll32');
    await page.locator('[data-search-count]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
    await page.goBack();
    await page.locator('[data-search-count]').waitFor();
    expect(await page.locator('#search-field').inputValue()).toBe('rundll32');
    expect(await page.locator('[role=status]').innerText()).toMatch(/^\d+ pages? for/);
    await page.locator('#search-field').focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#search-field').inputValue()).toBe('');
  });

  it('a slash within a field is a slash', async () => {
    const { page } = await visit('techniques/');
    await page.locator('[data-table-filter]').first().focus();
    await page.keyboard.type('a/b');
    expect(await page.locator('[data-table-filter]').first().inputValue()).toBe('a/b');
    expect(new URL(page.url()).pathname).toBe('/techniques/');
  });
});

/** Has the page write down what becomes of a live region's words; gives what was said so far, without the silences. */
async function listenTo(page: Page, selector: string): Promise<() => Promise<readonly string[]>> {
  await page.locator(selector).waitFor({ state: 'attached' });
  await page.evaluate((region) => {
    const said: string[] = [];
    Object.assign(window, { said });
    const place = document.querySelector(region);
    const listen = (): unknown => said.push(place?.textContent ?? '');
    if (place !== null)
      new MutationObserver(listen).observe(place, { childList: true, characterData: true, subtree: true });
  }, selector);
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said.filter((words) => words !== ''));
}

describe('what a screen reader is told', () => {
  it('of a copy: once that it is done', async () => {
    const { page } = await visit('techniques/T1003.001/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const said = await listenTo(page, '[data-copy-status][role=status]');
    await page.locator('.kind .copy').click();
    await expect.poll(said).toEqual(['Copied']);
    await page.waitForTimeout(2000);
    expect(await said()).toEqual(['Copied']);
    expect(await page.locator('.kind .copy').innerText()).toBe('Copy');
  });

  it('of the theme: what a press makes of it, and nothing before', async () => {
    const { page } = await visit('');
    const label = page.locator('[data-theme-label]');
    expect(await label.getAttribute('aria-live')).toBe(null);
    const said = await listenTo(page, '[data-theme-label]');
    await page.locator('[data-theme-switch]').click();
    await expect.poll(said).toEqual(['Theme: light']);
    expect(await label.getAttribute('aria-live')).toBe('polite');
  });

  it('of a hit that the arrow keys move to: its kind, and a rule’s level before its id', async () => {
    const { page } = await visit('search/?q=rundll32');
    const hits = page.locator('[data-hit] h2 a');
    await expect.poll(() => hits.count(), { timeout: 20_000 }).toBeGreaterThan(1);
    const told = await hits.evaluateAll((links) =>
      links.map((link) => {
        const ids = link.getAttribute('aria-describedby')?.split(' ') ?? [];
        return ids.map((id) => document.getElementById(id)?.textContent ?? '?').join(' ');
      }),
    );
    expect(told).toContain('Sub-technique T1218.011');
    expect(
      told.filter(
        (words) => !/^(Detection rule \w+ [\w-]+|(Sub-technique|Technique|Test runbook) T[\d.]+|Note)$/.test(words),
      ),
    ).toEqual([]);
  });

  it('of a link to a list: its count, parted from its name', async () => {
    const { page } = await visit('rules/');
    const names = await page
      .locator('#siteNav a:has(span)')
      .evaluateAll((links) => links.map(({ firstChild }) => firstChild?.nodeValue ?? ''));
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !name.trimStart().endsWith('\u{a0}'))).toEqual([]);
  });

  it('of a filtered table: how many rows are left', async () => {
    const { page } = await visit('rules/');
    const said = await listenTo(page, '[data-said][aria-live=polite]');
    expect(await page.locator('[data-said]').innerText()).toBe('');
    await page.locator('[data-table-filter]').pressSequentially('rundll32');
    await expect.poll(said).toHaveLength(1);
    expect((await said())[0]).toMatch(/^\d+ of \d+ rows$/);
    expect((await said())[0]).toBe(await page.locator('[data-table-count]').innerText());
  });

  it('narrows a list by an id, however that is written', async () => {
    const { page, troubles } = await visit('rules/');
    const field = page.locator('[data-table-filter]');
    const rows = page.locator('.data-table tbody tr:visible');
    const all = await rows.count();
    await field.fill('T1059.001');
    await expect.poll(() => rows.count()).toBeLessThan(all);
    const expected = await rows.count();
    expect(expected).toBeGreaterThan(0);
    for (const written of ['t1059_001', '1059.001', 'attack.t1059.001', 't1059.00']) {
      await field.fill(written);
      await expect.poll(() => rows.count(), { message: written }).toBeGreaterThanOrEqual(expected);
      expect(await rows.count(), written).toBeLessThan(all);
    }
    const address = (await rows.first().locator('a').first().getAttribute('href')) ?? '';
    await field.fill(address.split('/').at(-2)?.replaceAll('-', '').toUpperCase() ?? '');
    await expect.poll(() => rows.count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('of a search: its count, once it has all of it', async () => {
    const { page } = await visit('search/');
    const said = await listenTo(page, '[data-search-status][role=status]');
    await page.locator('#search-field').fill('rundll32');
    await page.locator('[data-search-count]').waitFor();
    await page.waitForTimeout(500);
    const counts = (await said()).filter((words) => /^\d+ pages? for/.test(words));
    expect(counts).toHaveLength(1);
    expect(await page.locator('[data-search-status]').innerText()).toBe(counts[0]);
  });
});

describe('long results of a search in a note', () => {
  it('are one table that folds, sorts as a whole and unfolds', async () => {
    const { page, troubles } = await visit('readme/');
    const block = page.locator('.query-block[data-folded]').first();
    const rows = block.locator(':is(tbody > tr, ul > li)');
    const shown = rows.locator('visible=true');
    expect(await shown.count()).toBe(20);
    await block.getByRole('button', { name: 'Level' }).click();
    expect(await block.locator('th', { hasText: 'Level' }).getAttribute('aria-sort')).toBe('ascending');
    const ranks = await rows
      .locator('td:nth-child(2)')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-sort'))));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(await shown.count()).toBe(20);
    await block.getByRole('button', { name: /^Show all/ }).click();
    const whole = page.locator('.query-block:has(> .unfold)').first();
    expect(await whole.locator('tbody tr').locator('visible=true').count()).toBe(ranks.length);
    expect(troubles).toEqual([]);
  });

  it('are found by the browser’s own search', async () => {
    const { page } = await visit('readme/');
    const folded = page.locator('.query-block[data-folded] tbody tr').nth(25).locator('a').first();
    expect(await folded.isVisible()).toBe(false);
    const name = (await folded.textContent()) ?? '';
    await page.keyboard.press('Control+f');
    expect(await page.locator('.query-block[data-folded]').count()).toBe(0);
    expect(await page.locator('.unfold').first().innerText()).toBe('Show the first 20');
    expect(await page.locator('.query-block').getByText(name, { exact: true }).first().isVisible()).toBe(true);
  });

  it('are as they were for whoever comes back', async () => {
    const { page, troubles } = await visit('readme/');
    await page
      .getByRole('button', { name: /^Show all/ })
      .first()
      .click();
    const row = page.locator('.query-block:has(> .unfold)').first().locator('tbody tr').nth(25);
    await row.locator('a').first().click();
    await page.waitForURL((address) => !address.pathname.endsWith('/readme/'));
    await page.goBack();
    await expect.poll(() => row.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show the first 20' }).first().click();
    await page.reload();
    expect(await row.isVisible()).toBe(false);
    expect(troubles).toEqual([]);
  });
});

describe('on paper', () => {
  it('a technique is a dossier: nothing to press, nothing folded', async () => {
    const { page } = await visit('techniques/T1003.001/');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.bar', '.rail', '.pager', '.copy', '.unfold']) {
      expect(await page.locator(gone).locator('visible=true').count(), gone).toBe(0);
    }
    const rows = page.locator('.query-block tbody tr');
    expect(await rows.locator('visible=true').count()).toBe(await rows.count());
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  it('the matrix is there without what narrows it, and says what it was narrowed by', async () => {
    const controls = '.tools :is(input, button, summary)';
    const { page } = await visit('');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(controls).locator('visible=true').count()).toBe(0);
    await page.goto(new URL('?platform=Windows&find=T10', page.url()).href);
    expect(await page.locator(controls).locator('visible=true').count()).toBe(2);
    expect(await page.locator('.filters summary').innerText()).toMatch(/Windows$/);
    expect(await page.locator('.matching output').innerText()).toMatch(/ of \d+ techniques/);
  });

  it('the coverage page says what it was narrowed by, and nothing else that can be chosen', async () => {
    const { page } = await visit('coverage/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.page-filters').isVisible()).toBe(false);
    await page.goto(new URL('?with=neither', page.url()).href);
    const shown = page.locator('.page-filters :is(select, button)').locator('visible=true');
    expect(await shown.evaluateAll((fields) => fields.map((field) => field.getAttribute('name')))).toEqual(['with']);
  });

  it('a list says what its filter left', async () => {
    const { page } = await visit('rules/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.table-tools').isVisible()).toBe(false);
    await page.locator('[data-table-filter]').evaluate((field: HTMLInputElement) => {
      field.value = 'lsass';
      field.dispatchEvent(new Event('input'));
    });
    expect(await page.locator('.table-tools').isVisible()).toBe(true);
  });

  it('a rule goes on over pages, and signs are printed though backgrounds are not', async () => {
    const { page } = await visit('');
    await page.emulateMedia({ media: 'print' });
    const style = (selector: string): Promise<readonly string[]> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { breakInside } = getComputedStyle(element);
          return [breakInside, getComputedStyle(element, '::before').getPropertyValue('print-color-adjust')];
        });
    for (const sign of ['.cell', '.legend', '.share-bar']) expect((await style(sign))[1], sign).toBe('exact');
    await page.goto(new URL('rules/', page.url()).href);
    expect((await style('.level'))[1]).toBe('exact');
    await page.locator('.data-table a').first().click();
    await page.waitForURL(/\/rules\/.+/);
    expect((await style('.kind-mark'))[1]).toBe('exact');
    expect((await style('figure.code'))[0]).toBe('auto');
  });

  it('a long table has columns as wide as their words', async () => {
    const { page } = await visit('rules/');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    const status = page.locator('.data-table.long td', { hasText: /^experimental$/ }).first();
    const lines = await status.evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  });

  it('an address that is a link’s text does not stand behind it again', async () => {
    const { page } = await visit('techniques/T1003.001/');
    await page.emulateMedia({ media: 'print' });
    const after = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await after('.prose a.external.bare')).toBe('none');
  });

  it('a runbook shows what is filled in, whole, and no button', async () => {
    const { page } = await visit('tests/T1003.001/');
    await page
      .locator('atomic-inputs input')
      .first()
      .fill('D:\\a\\longer\\path\\than\\the\\field\\of\\a\\page\\holds.dmp');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await page.locator('button:not(.sort)').locator('visible=true').count()).toBe(0);
    const input = page.locator('atomic-inputs input').first();
    expect(await input.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true);
    expect(await page.locator('pre', { hasText: 'holds.dmp' }).count()).toBeGreaterThan(0);
  });
});
