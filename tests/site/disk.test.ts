import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { servePreview } from '../../src/site/index.ts';
import { useBrowser } from './browser.ts';
import { build, temporaryFolder } from './build-site.ts';
import { crawl, filesOf } from './crawl.ts';
import { onePageOfEachKind, readGraph } from './kinds.ts';

// Unpacked in a folder whose name a path can hold and an address cannot.
const folder = temporaryFolder();
const out = path.join(folder, 'größe 100% #1', 'site');
const archive = path.join(folder, 'archives', 'site.tar.gz');
build('--archive', archive);
mkdirSync(out, { recursive: true });
execFileSync('tar', ['-xzf', archive, '-C', out]);

const disk = `${pathToFileURL(out).href}/`;
const urlOf = (kind: string): string => readGraph(out).nodes.find((node) => node.kind === kind)?.url ?? '';

/** The file of a page on the disk, by its address without base. */
function fileOf(address: string): string {
  return `${disk}${encodeURI(address)
    .replace(/^\//, '')
    .replace(/(^|\/)(?=[?#]|$)/, '$1index.html')}`;
}

describe('an archive', () => {
  it('is all that is written, and holds to the byte what a folder with relative addresses does', () => {
    const built = path.join(folder, 'built');
    build('--out', built, '--relative');
    expect(readdirSync(path.dirname(archive))).toEqual(['site.tar.gz']);
    expect(filesOf(out).toSorted()).toEqual(filesOf(built).toSorted());
    const differing = filesOf(out).filter(
      (name) => !readFileSync(path.join(out, name)).equals(readFileSync(path.join(built, name))),
    );
    expect(differing).toEqual([]);
  });
});

describe('a site with relative addresses, opened from a disk', () => {
  const { visit } = useBrowser();

  it('has no address, in any file, that leads nowhere, there or under any path of a host', () => {
    expect(crawl({ out, home: disk, isOnDisk: true })).toEqual([]);
    expect(crawl({ out, home: 'https://host.invalid/some/path/' })).toEqual([]);
  });

  it('holds no page for missing addresses, which could not know where it stands, and no module', () => {
    expect(filesOf(out)).not.toContain('404.html');
    expect(filesOf(out).filter((name) => name.startsWith('_astro/') && !/\.(css|classic\.js)$/.test(name))).toEqual([]);
  });

  it.each(onePageOfEachKind(out))('shows a %s page, styled, with its theme switch', async (_kind, address) => {
    const { page, troubles } = await visit(fileOf(address));
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.locator('[data-theme-switch]').click();
    await page.locator('[data-theme-switch]').click();
    await expect.poll(ground).not.toBe(light);
    expect(await page.locator('[data-theme-label]').textContent()).toBe('Theme: dark');
    expect(troubles).toEqual([]);
  });

  it('is read by its links, and keeps the theme', async () => {
    const { page, troubles } = await visit(fileOf(''));
    await page.locator('[data-theme-switch]').click();
    await page.locator('[data-matrix] .cell a').first().click();
    await page.waitForURL(/\/techniques\/T\d{4}\/index\.html$/);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.locator('.query-block a[data-note-path]').first().click();
    await page.waitForURL(/\/(rules|tests)\/[^/]+\/index\.html$/);
    await page.locator('header a.name').click();
    await page.waitForURL(fileOf(''));
    expect(troubles).toEqual([]);
  });

  it('moves between the cells of its matrix by keys', async () => {
    const { page, troubles } = await visit(fileOf(''));
    const cell = page.locator('[data-matrix] .cell a').first();
    await cell.focus();
    await page.keyboard.press('ArrowRight');
    expect(await cell.evaluate((link) => link === document.activeElement)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.closest('[data-matrix]') !== null)).toBe(true);
    expect(troubles).toEqual([]);
  });

  it('narrows its lists, in its address too', async () => {
    const { page, troubles } = await visit(fileOf('coverage/'));
    const rows = page.locator('tbody tr:visible');
    const before = await rows.count();
    await page.getByRole('combobox', { name: 'Tactic' }).selectOption('Discovery');
    expect(await rows.count()).toBeLessThan(before);
    const shared = await visit(page.url());
    expect(await shared.page.getByRole('combobox', { name: 'Tactic' }).inputValue()).toBe('Discovery');
    expect([...troubles, ...shared.troubles]).toEqual([]);
  });

  it('shows a list as an address of it says', async () => {
    const { page, troubles } = await visit(fileOf('rules/'));
    await page.locator('[data-table-filter]').fill('windows');
    await page.getByRole('button', { name: 'Level', exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?rules=windows&rules-sort=level');
    const count = await page.locator('[data-table-count]').innerText();
    const shared = await visit(page.url());
    expect(await shared.page.locator('[data-table-filter]').inputValue()).toBe('windows');
    expect(await shared.page.locator('[data-table-count]').innerText()).toBe(count);
    expect(await shared.page.locator('th[aria-sort]').innerText()).toBe('Level');
    expect([...troubles, ...shared.troubles]).toEqual([]);
  });

  it("fills a runbook's commands and copies them", async () => {
    const { page, troubles } = await visit(fileOf('tests/T1003.001/'), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const test = page.locator('.atomic-test').first();
    await test.getByRole('textbox', { name: 'dump_file' }).fill('Z:\\mine.dmp');
    await test.locator('figure', { hasText: 'Remove-Item' }).getByRole('button', { name: 'Copy' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('-Path "Z:\\mine.dmp"');
    expect(troubles).toEqual([]);
  });

  it.each([
    ['an id', 't1059_001', '/techniques/T1059.001/'],
    ["a rule's id", urlOf('rule').split('/').at(-2)?.toUpperCase() ?? '', urlOf('rule')],
    ["a test's guid", urlOf('test').split('#')[1] ?? '', urlOf('test')],
    ['a whole name', 'valid+accounts', '/techniques/T1078/'],
  ])('finds %s', async (_name, text, url) => {
    const { page, troubles } = await visit(fileOf(`search/?q=${text}`));
    const hit = page.locator('[data-hit] a[href]').first();
    const [field, found] = [await page.locator('main input[type=search]').boundingBox(), await hit.boundingBox()];
    expect(found?.x).toBe(field?.x); // the note above the hits takes no column of theirs
    await hit.click();
    await page.waitForURL(fileOf(url));
    expect(troubles).toEqual([]);
  });

  it('comes to the search by key and goes to an id by Enter', async () => {
    const { page, troubles } = await visit(fileOf('rules/'));
    await page.keyboard.press('/');
    await page.waitForURL(fileOf('search/'));
    await page.keyboard.type('T1003.001');
    await page.keyboard.press('Enter');
    await page.waitForURL(fileOf('techniques/T1003.001/'));
    expect(troubles).toEqual([]);
  });

  it('says that it cannot search the full text, and links the lists', async () => {
    const { page, troubles } = await visit(fileOf('search/?q=no+such+words'));
    expect(await page.getByText('opened from a folder').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Narrow the results' }).isVisible()).toBe(false);
    expect(await page.getByRole('status').textContent()).toBe('No page has the id or name “no such words”.');
    expect(await page.locator('main a[href="../rules/index.html"]').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
  });

  it('searches the full text where it is served', async () => {
    const server = await servePreview(path.dirname(out), 0);
    const { page, troubles } = await visit(`${server.url}site/search/index.html?q=rundll32`);
    await page.locator('[data-hit] a[href^="/site/"]').first().waitFor();
    expect(await page.getByText('opened from a folder').isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await server.stop();
  });
});
