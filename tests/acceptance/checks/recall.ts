import { toPagefindText } from '../../../src/site/client/search/search-words.ts';
import { holds, readIndexedPages } from '../../site/indexed-pages.ts';
import type { IndexedPage } from '../../site/indexed-pages.ts';
import { openSite } from '../browser.ts';
import type { OpenSite } from '../browser.ts';
import type { Setting } from '../commands.ts';
import type { Report } from '../report.ts';
import { openSearch } from '../search-page.ts';

/** A built site to search in. */
export interface RecallInput {
  readonly setting: Setting;
  /** The folder of the built site. */
  readonly out: string;
}

/** As people type them. */
const identifiers = [
  ...['rundll32', 'rundll32.exe', 'CVE-2021-36934', 'HKLM\\Software', 'HKCU:\\Software', 'CurrentVersion\\Run'],
  ...['ScriptBlockText', 'EncodedCommand', '-enc', 'powershell.exe -nop', 'DownloadString', 'Invoke-Mimikatz'],
  ...['ConvertTo-SecureString', 'lsass.exe', 'comsvcs.dll', 'certutil', 'psexec', 'reg.exe', 'sc.exe', 'whoami'],
  ...['C:\\Windows\\System32\\cmd.exe', 'net user', 'schtasks /create', '.lnk', '0x1410', '4688', '/etc/shadow'],
  ...['169.254.169.254', 'T1059.001', 't1059_004', 'attack.t1003', 'proc_creation_win'],
];

/** Of which a part of the index that lacks one gives pages with its beginning. */
const rareWords = [
  ...['Set-MpPreference', 'Set-ExecutionPolicy', 'Invoke-Kerberoast', 'psinject', 'CreateRemoteThread', 'VirtualAlloc'],
  ...['log4shell', 'urlcache', 'squiblydoo', 'psexesvc', 'IFEO', 'AppInit_DLLs', 'DisableBehaviorMonitoring'],
  ...['System.Management.Automation.dll', 'ntdsdumpex.exe', 'comsvcs.dll', 'DownloadString', 'rundll32.exe'],
];

/**
 * Asserts that the full text finds the pages that hold an identifier, 99 of 100 of them or more, and that the search page
 * counts those and hardly any other.
 */
export async function checkRecall(report: Report, { setting, out }: RecallInput): Promise<void> {
  const pages = readIndexedPages(out);
  await openSite(setting, out, async (site) => {
    await site.page.goto(`${site.origin}/search/`);
    const missed: string[] = [];
    let held = 0;
    for (const identifier of identifiers) {
      const asked = toPagefindText(identifier);
      const found = new Set(await findAll(site, asked));
      const expected = pages.filter(({ text }) => asked.split(' ').every((word) => holds(text, word)));
      held += expected.length;
      missed.push(...expected.filter(({ url }) => !found.has(url)).map(({ url }) => `${identifier}: ${url}`));
    }
    report.none('recall: pages hold identifiers', held > 1000 ? [] : [`${held} pages`]);
    report.none('recall: 99 of 100 pages that hold an identifier are found', missed.length <= held / 100 ? [] : missed);
    report.none('recall: the search page counts the pages that hold a rare word', await miscounted(site, pages));
  });
}

async function miscounted(site: OpenSite, pages: readonly IndexedPage[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const word of rareWords) {
    const whole = pages.filter(({ text }) => holds(text, word));
    const beginning = pages.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase()));
    const { count, hits } = await openSearch(site, `?q=${encodeURIComponent(word)}`);
    const isCounted = count >= 0.99 * whole.length && count <= 1.25 * beginning.length + 1;
    const isFirst = beginning.some(({ url }) => url === hits[0]);
    if (!isCounted || !isFirst) wrong.push(`${word}: ${count}, of ${whole.length}; the first is ${hits[0] ?? 'none'}`);
  }
  return wrong;
}

function findAll({ page }: OpenSite, text: string): Promise<readonly string[]> {
  return page.evaluate(`(globalThis.wholeIndex ??= import('/pagefind/pagefind.js').then(async (pagefind) => {
      const parts = Number(document.querySelector('[data-search]').dataset.searchShards);
      for (let part = 1; part < parts; part += 1) await pagefind.mergeIndex('/pagefind/' + part + '/');
      return pagefind;
    }))
    .then((pagefind) => pagefind.search(${JSON.stringify(text)}))
    .then(({ results }) => Promise.all(results.map((result) => result.data())))
    .then((found) => found.map(({ url }) => decodeURI(new URL(url, location.href).pathname)))`);
}
