import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from './browser.ts';
import { readGraph } from './kinds.ts';

const { visit } = useBrowser();
const { nodes } = readGraph(inject('out'));
const urlOf = (kind: string): string => nodes.find((node) => node.kind === kind)?.url ?? '';

async function firstHit(page: Page): Promise<string> {
  const hit = page.locator('[data-search] [data-hit] a[href]').first();
  await hit.waitFor();
  return new URL((await hit.getAttribute('href')) ?? '', page.url()).pathname;
}

async function countOf(page: Page): Promise<number> {
  return Number(await page.locator('[data-search-count]').getAttribute('data-search-count'));
}

async function waitForCount(page: Page, holds: (count: number) => boolean): Promise<number> {
  await expect.poll(async () => holds(await countOf(page)), { timeout: 20_000 }).toBe(true);
  return countOf(page);
}

describe('the search page', () => {
  it('finds words of notes as one types', async () => {
    const { page, troubles } = await visit('search/');
    await page.locator('[data-search] input[type=search]').pressSequentially('rundll32', { delay: 10 });
    expect(await waitForCount(page, (count) => count > 0)).toBeGreaterThan(0);
    expect(page.url()).toContain('q=rundll32');
    expect(troubles).toEqual([]);
  });

  it.each([
    ['a technique id', 'technique', (id: string) => id],
    ['a technique id with an underscore', 'technique', (id: string) => id.toLowerCase().replace('.', '_')],
    ['a Sigma id', 'rule', (id: string) => id.toUpperCase()],
  ])('puts %s first', async (_name, kind, write) => {
    const url = kind === 'technique' ? '/techniques/T1059.001/' : urlOf(kind);
    const id = url.split('/').at(-2) ?? '';
    const { page } = await visit(`search/?q=${encodeURIComponent(write(id))}`);
    expect(await firstHit(page)).toBe(url);
  });

  it.each(['T1086', 't1086', 'attack.t1086', 'https://attack.mitre.org/techniques/T1086/'])(
    'leads %s, which ATT&CK revoked, to what took its place, and stays to say so',
    async (text) => {
      const { page } = await visit('search/');
      await page.locator('[data-search] input[type=search]').fill(text);
      await page.keyboard.press('Enter');
      expect(await firstHit(page)).toBe('/techniques/T1059.001/');
      await waitForCount(page, (count) => count > 0);
      const hit = page.locator('[data-search] [data-hit]').first();
      expect(await hit.locator('.hit-facts').innerText()).toMatch(/^Sub-technique, took the place of T1086/);
      expect(await hit.locator('a').getAttribute('aria-describedby')).toContain('kind:');
      expect(new URL(page.url()).pathname).toBe('/search/');
    },
  );

  it('puts a test by its guid first', async () => {
    const url = urlOf('test');
    const { page } = await visit(`search/?q=${url.split('#')[1] ?? ''}`);
    expect(await firstHit(page)).toBe(url.split('#')[0]);
  });

  it('leads to the tests of a runbook that match, by their names', async () => {
    const { page } = await visit('search/?q=dnf+install&kind=runbook');
    const parts = page.locator('[data-search] .hit-parts a');
    await parts.first().waitFor();
    const names = await parts.allTextContents();
    expect(names.filter((name) => !name.startsWith('Atomic Test #'))).toEqual([]);
    await parts.first().click();
    await page.waitForURL('**/tests/**');
    expect((await page.locator(':target').textContent())?.trim()).toContain(names[0]);
  });

  it('narrows by a data source, and the address can be shared', async () => {
    const { page } = await visit('search/?q=powershell');
    const all = await waitForCount(page, (count) => count > 0);
    await page.locator('button[data-facets-open]').click();
    const box = page.locator('[data-facet="data-source"] input[type=checkbox]').first();
    await box.waitFor();
    await box.check();
    const some = await waitForCount(page, (count) => count !== all);
    expect(some).toBeLessThan(all);
    const shared = await visit(page.url());
    expect(await waitForCount(shared.page, (count) => count === some)).toBe(some);
  });

  it('says that it searches where the answer takes long, and the facets in a reader’s words', async () => {
    const { page } = await visit('');
    const held: (() => void)[] = [];
    await page.context().route('**/pagefind/**', async (route) => {
      if (held.length < 1) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.goto(new URL('search/?q=powershell&kind=rule', page.url()).href);
    const status = page.locator('[data-search-status]');
    await expect.poll(() => status.innerText(), { timeout: 20_000 }).toBe('Searching …');
    for (const release of held) release();
    await waitForCount(page, (count) => count > 0);
    expect(await status.innerText()).toMatch(/^\d+ pages? for “powershell”, narrowed by Detection rule$/);
    expect(await page.locator('[data-chips] button').innerText()).toContain('Kind: Detection rule');
  });

  it('goes back from the choice of a facet value, and forward again', async () => {
    const { page } = await visit('search/?q=powershell');
    const all = await waitForCount(page, (count) => count > 0);
    await page.locator('button[data-facets-open]').click();
    await page.locator('[data-facet="level"] input[type=checkbox]').first().check();
    const some = await waitForCount(page, (count) => count !== all);
    await page.goBack();
    expect(await waitForCount(page, (count) => count === all)).toBe(all);
    expect(page.url()).not.toContain('level=');
    await page.goForward();
    expect(await waitForCount(page, (count) => count === some)).toBe(some);
    expect(await page.locator('[data-facet="level"] input[type=checkbox]').first().isChecked()).toBe(true);
  });

  it('offers what a mistyped word may have meant, and nothing that has only its first letter', async () => {
    const { page } = await visit('search/?q=pwoershell');
    await page.locator('[data-search-status] a').waitFor();
    expect(await page.locator('[data-search-status]').innerText()).toBe(
      'No page for “pwoershell”. Did you mean powershell?',
    );
    expect(await page.locator('[data-hits] li').count()).toBe(0);
    expect(await page.locator('[data-idle]').isVisible()).toBe(true);
    await page.locator('[data-search-status] a').click();
    expect(await waitForCount(page, (count) => count > 0)).toBeGreaterThan(0);
    expect(await page.locator('[data-search] input[type=search]').inputValue()).toBe('powershell');
  });

  it('shows the rule whose words a pasted command line has, and counts it as no hit', async () => {
    const command = '"C:\\Windows\\rundll32.exe" C:\\Windows\\comsvcs.dll, MiniDump 624 C:\\zzz.dmp full';
    const { page } = await visit(`search/?q=${encodeURIComponent(command)}`);
    expect(await waitForCount(page, () => true)).toBe(0);
    expect(await page.locator('[data-search-status]').innerText()).toContain('; these come near');
    const titles = await page.locator('[data-hits] h2').allInnerTexts();
    expect(titles.slice(0, 3)).toContain('Process Memory Written To Disk With Comsvcs');
    expect(await page.locator('[data-search] [data-hit]').count()).toBe(0);
  });

  it.each(['"T1059.001"', 'T1059 001', 'what about T1059.001, then?', 'tag:t1059_001'])(
    'puts the technique first that %s names',
    async (text) => {
      const { page } = await visit(`search/?q=${encodeURIComponent(text)}`);
      expect(await firstHit(page)).toBe('/techniques/T1059.001/');
    },
  );

  it('counts no page that holds only pieces of an id', async () => {
    const id = urlOf('rule').split('/').at(-2) ?? '';
    const { page } = await visit(`search/?q=${id}`);
    expect(await waitForCount(page, (count) => count > 0)).toBe(1);
  });

  it('lists what carries a facet without any text', async () => {
    const { page } = await visit('search/?level=high');
    const expected = nodes.filter(({ kind, level }) => kind === 'rule' && level === 'high').length;
    expect(await waitForCount(page, (count) => count > 0)).toBe(expected);
  });

  it('says without JavaScript what it needs and links the lists', async () => {
    const { page } = await visit('search/', { javaScriptEnabled: false });
    expect(await page.locator('main a[href$="/rules/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('main [type=search]').isVisible()).toBe(false);
  });
});

describe('answers that come late', () => {
  it('never replace the answer to what was typed after', async () => {
    const { page } = await visit('search/');
    const field = page.locator('[data-search] input[type=search]');
    await field.fill('rundll32');
    await waitForCount(page, (count) => count > 0);
    const held: (() => void)[] = [];
    // The parts of the index that only the first word needs are held back until the second has been answered.
    await page.context().route('**/pagefind/**', async (route) => {
      if (held.length < 1) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await field.fill('scheduled');
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(1);
    await field.fill('T1059.001');
    await expect.poll(() => firstHit(page), { timeout: 20_000 }).toBe('/techniques/T1059.001/');
    for (const release of held) release();
    await waitForCount(page, (count) => count > 0);
    await page.waitForLoadState('networkidle');
    expect(await firstHit(page)).toBe('/techniques/T1059.001/');
    expect(new URL(page.url()).searchParams.get('q')).toBe('T1059.001');
    expect(await page.locator('[data-search-status]').innerText()).toContain('T1059.001');
  });
});
