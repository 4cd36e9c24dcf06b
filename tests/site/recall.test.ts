import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { toPagefindText } from '../../src/site/client/search/search-words.ts';
import { useBrowser } from './browser.ts';
import { holds, readIndexedPages } from './indexed-pages.ts';

const { visit } = useBrowser();
const pages = readIndexedPages(inject('out'));

/** As people type them; each stands in notes of the bundled vault. */
const identifiers = [
  ...['rundll32', 'rundll32.exe', 'RUNDLL32', 'comsvcs.dll', 'lsass.exe', 'certutil', 'reg.exe', 'whoami', 'cmd.exe'],
  ...[
    'powershell.exe',
    'ScriptBlockText',
    'EncodedCommand',
    '-enc',
    '0x1410',
    '/etc/shadow',
    'C:\\Windows\\System32\\cmd.exe',
  ],
  ...['CurrentVersion\\Run', 'schtasks /create', 'process_creation', 'ParentImage', 'T1059.001', 't1059_001'],
  ...['attack.t1059.001', 'T1059/004', 'T1003', 'EventID', 'TargetObject', 'GrantedAccess', 'auditd', 'bash'],
  ...['Image|endswith', 'CommandLine|contains|all:'],
];

/** Every page that the full text finds, in its order. As text, since the test runner would rewrite the import. */
function findAll(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate(`(globalThis.wholeIndex ??= import('/pagefind/pagefind.js').then(async (pagefind) => {
      const parts = Number(document.querySelector('[data-search]').dataset.searchShards);
      for (let part = 1; part < parts; part += 1) await pagefind.mergeIndex('/pagefind/' + part + '/');
      return pagefind;
    }))
    .then((pagefind) => pagefind.search(${JSON.stringify(text)}))
    .then(({ results }) => Promise.all(results.map((result) => result.data())))
    .then((found) => found.map(({ url }) => decodeURI(new URL(url, location.href).pathname)))`);
}

describe('the full text', () => {
  it('finds the pages that hold an identifier, however it is typed', async () => {
    const { page } = await visit('search/');
    const missed: string[] = [];
    let held = 0;
    for (const identifier of identifiers) {
      const asked = toPagefindText(identifier);
      const found = new Set(await findAll(page, asked));
      const expected = pages.filter(({ text }) => asked.split(' ').every((word) => holds(text, word)));
      expect(expected, identifier).not.toEqual([]);
      held += expected.length;
      missed.push(...expected.filter(({ url }) => !found.has(url)).map(({ url }) => `${identifier}: ${url}`));
    }
    expect(missed).toEqual([]);
    expect(held).toBeGreaterThan(100);
  });

  it('finds no page of another sub-technique before those of the one that is asked for', async () => {
    const { page } = await visit('search/');
    const found = await findAll(page, toPagefindText('t1059_004'));
    const strangers = found.filter((url) => !pages.some((one) => one.url === url && holds(one.words, 'T1059.004')));
    expect(found.length).toBeGreaterThan(0);
    expect(strangers).toEqual([]);
  });
});

/** What the index leaves of marks must not put pages without them first. */
const marked = ['-enc', 'rundll32.exe', 'comsvcs.dll', 'T1059.001', '/etc/shadow'];

describe('the search page', () => {
  it.each(marked)('shows pages that hold %s to the letter before others', async (identifier) => {
    const { page } = await visit(`search/?q=${encodeURIComponent(identifier)}`);
    await page.waitForSelector('[data-search-count]');
    const links = await page.locator('[data-hit] h2 a').all();
    const hrefs = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
    const words = toPagefindText(identifier).split(' ');
    const isExact = hrefs.map((href) => {
      const held = pages.find(({ url }) => url === decodeURI(new URL(href, page.url()).pathname));
      return held !== undefined && words.every((word) => holds(held.words, word));
    });
    const firstOther = isExact.indexOf(false);
    expect(isExact[0]).toBe(true);
    expect(isExact.slice(firstOther < 0 ? isExact.length : firstOther)).not.toContain(true);
  });
});
