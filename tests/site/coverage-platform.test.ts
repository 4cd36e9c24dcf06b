import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();
const LISTS = {
  both: 'both',
  'rules-only': 'rules-no-test',
  'tests-only': 'tests-no-rule',
  neither: 'neither',
} as const;
const IDS = [...Object.values(LISTS), 'unread-data'];

/** What `detectionary coverage --format json` says of a technique. */
interface Technique {
  readonly id: string;
  readonly tactics: readonly string[];
  readonly state: keyof typeof LISTS;
  readonly rules: readonly string[];
  readonly tests: readonly string[];
}

/** The rows that the command puts in each list: id, rules and tests, where the list says these. */
function wantedRows(platform: string, tactic?: string): Readonly<Record<string, readonly string[]>> {
  const args = ['bin/detectionary.js', 'coverage', '--vault', 'content', '--platform', platform, '--format', 'json'];
  const { techniques, gaps } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as {
    readonly techniques: readonly Technique[];
    readonly gaps: { readonly unreadData: readonly { readonly id: string }[] };
  };
  const counted = techniques.filter(({ tactics }) => tactic === undefined || tactics.includes(tactic));
  const unread = new Set(gaps.unreadData.map(({ id }) => id));
  const inState = (state: Technique['state'], figures: (one: Technique) => readonly number[]): readonly string[] =>
    counted.filter((one) => one.state === state).map((one) => [one.id, ...figures(one)].join(' '));
  return {
    both: inState('both', ({ rules, tests }) => [rules.length, tests.length]),
    'rules-no-test': inState('rules-only', ({ rules }) => [rules.length]),
    'tests-no-rule': inState('tests-only', ({ tests }) => [tests.length]),
    neither: inState('neither', () => []),
    'unread-data': counted.filter(({ id }) => unread.has(`technique:${id}`)).map(({ id }) => id),
  };
}

/** The same of the rows that the page shows. */
function shownRows(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate((ids) => {
    const rowsOf = (id: string): readonly string[] => {
      const list = document.querySelector(`[data-list="${id}"]`);
      const heads = [...(list?.querySelectorAll('thead th') ?? [])].map(({ textContent }) => textContent);
      const columns = ['ID', 'Rules', 'Tests'].map((label) => heads.indexOf(label)).filter((column) => column >= 0);
      const rows = list?.querySelectorAll<HTMLTableRowElement>('tbody tr:not([hidden], [data-left-out])') ?? [];
      return [...rows].map(({ cells }) => columns.map((column) => cells[column]?.textContent).join(' '));
    };
    return Object.fromEntries(ids.map((id) => [id, rowsOf(id)]));
  }, IDS);
}

function counts(page: Page): Promise<readonly string[]> {
  return Promise.all(IDS.map((id) => page.locator(`#${id} .count`).innerText()));
}

describe('the coverage page of a platform', () => {
  it.each(['macOS', 'Linux', 'Windows', 'IaaS'])('has in its lists what the command counts on %s', async (platform) => {
    const { page, troubles } = await visit(`coverage/?platform=${platform}`);
    const rows = wantedRows(platform);
    expect(await shownRows(page)).toEqual(rows);
    expect(await counts(page)).toEqual(IDS.map((id) => `${String(rows[id]?.length)} on ${platform}`));
    expect(await page.locator('.jumps a[href="#neither"] span').innerText()).toBe((await counts(page))[3]);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    expect(troubles).toEqual([]);
  });

  it('narrows these by a tactic too, and goes back step by step', async () => {
    const { page, troubles } = await visit('coverage/');
    const [whole, said] = [await shownRows(page), await counts(page)];
    await page.getByRole('combobox', { name: 'Platform' }).selectOption('Linux');
    await expect.poll(() => shownRows(page)).toEqual(wantedRows('Linux'));
    await page.getByRole('combobox', { name: 'Tactic' }).selectOption('Persistence');
    await expect.poll(() => shownRows(page)).toEqual(wantedRows('Linux', 'Persistence'));
    const shared = page.url();
    await page.goBack();
    await expect.poll(() => shownRows(page)).toEqual(wantedRows('Linux'));
    await page.goBack();
    await expect.poll(() => shownRows(page)).toEqual(whole);
    expect(await counts(page)).toEqual(said);
    await page.goForward();
    await expect.poll(() => shownRows(page)).toEqual(wantedRows('Linux'));
    await page.goto(shared);
    expect(await shownRows(page)).toEqual(wantedRows('Linux', 'Persistence'));
    expect(troubles).toEqual([]);
  });

  it('keeps the order and the text of a filter that a list has, in both directions', async () => {
    const { page, troubles } = await visit('coverage/?platform=Linux&neither-sort=-id&neither=execution');
    const idsOf = async (): Promise<readonly string[]> => {
      const { neither = [] } = await shownRows(page);
      return neither;
    };
    const row = page.locator('[data-list=neither] tbody tr:visible');
    const there = await idsOf();
    expect(there.length).toBeGreaterThan(1);
    const { neither: wanted = [] } = wantedRows('Linux');
    expect(there).toEqual(wanted.toReversed().filter((id) => there.includes(id)));
    await page.getByRole('combobox', { name: 'Platform' }).selectOption('any');
    await expect.poll(() => row.count()).not.toBe(there.length);
    const anywhere = await idsOf();
    expect(anywhere).toEqual(anywhere.toSorted().reverse());
    expect(await page.locator('[data-list=neither] th[aria-sort=descending]').innerText()).toBe('ID');
    await page.locator('[data-list=neither] [data-table-filter]').fill('');
    await page.getByRole('combobox', { name: 'Platform' }).selectOption('Linux');
    await expect.poll(idsOf).toEqual(wanted.toReversed());
    expect(troubles).toEqual([]);
  });

  it('has the whole lists without JavaScript', async () => {
    const { page } = await visit('coverage/?platform=macOS', { javaScriptEnabled: false });
    for (const id of IDS) {
      const said = await page.locator(`#${id} .count`).innerText();
      expect(await page.locator(`[data-list="${id}"] tbody tr:visible`).count(), id).toBe(Number(said));
    }
  });
});
