import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from '../browser.ts';
import type { OpenSite } from '../browser.ts';
import type { BuiltVault } from '../built-vault.ts';
import type { Setting } from '../commands.ts';
import { readTechnique } from '../note-facts.ts';
import type { Report } from '../report.ts';
import { openFacet, openSearch, search, toggle } from '../search-page.ts';
import type { SearchResult } from '../search-page.ts';
import type { Expectations } from '../use-case-catalogue.ts';
import type { Note } from '../vault-reader.ts';

/** A built site to open, and what to search for. */
export interface BrowserInput {
  readonly setting: Setting;
  readonly built: BuiltVault;
  readonly search: Expectations['search'];
}

/** How many choices of a facet are tried until one narrows the result and leaves some of it. */
const choicesTried = 8;
const hitsRead = 10;

/** Asserts in a browser that pages open, that searches find, that a filter narrows, and that all stays quiet. */
export async function checkBrowser(report: Report, input: BrowserInput): Promise<void> {
  await openSite(input.setting, input.built.out, async (site) => {
    await report.attempt('browser: pages', () => checkPages(report, input.built, site));
    await report.attempt('browser: search', () => checkSearch(report, input, site));
    await report.attempt('browser: filter', () => checkFilter(report, input, site));
    report.none('browser: no error, failed request or request elsewhere', [...new Set(site.faults)]);
  });
}

async function checkPages(report: Report, built: BuiltVault, site: OpenSite): Promise<void> {
  const kinds = ['technique', 'rule', 'runbook', 'page'] as const;
  const notes = kinds.flatMap((kind) => built.notes.find((note) => note.kind === kind) ?? []);
  const addresses = ['/', ...notes.map((note) => built.urlOf(note) ?? `/?lost=${note.path}`)];
  for (const address of addresses) {
    const known = site.faults.length;
    const response = await site.page.goto(site.origin + address, { waitUntil: 'networkidle' });
    report.same(`browser: ${address} answers`, response?.status(), 200);
    report.none(`browser: ${address} is quiet`, site.faults.slice(known));
  }
}

async function checkSearch(report: Report, input: BrowserInput, site: OpenSite): Promise<void> {
  const { word, technique, rule } = input.search;
  const byTechnique = await search(site, technique);
  report.same(`search: ${technique} finds its page first`, byTechnique.hits[0], `/techniques/${technique}/`);
  const byRule = await search(site, rule);
  report.same(`search: ${rule} finds its page first`, byRule.hits[0], `/rules/${rule}/`);

  const found = await search(site, word);
  report.none(`search: ${word} finds several pages`, found.hits.length > 1 ? [] : [say(found)]);
  report.none(
    `search: every page found for ${word} holds it`,
    found.hits.slice(0, hitsRead).filter((address) => !holds(input.built, address, word)),
  );
  const inAddress = new URLSearchParams(found.query).get('q');
  report.same('search: the text stands in the address', inAddress, word);
  const again = await openSearch(site, found.query);
  report.same('search: the address opens the same result', say(again), say(found));
}

async function checkFilter(report: Report, input: BrowserInput, site: OpenSite): Promise<void> {
  const facet = 'data-source';
  const all = await search(site, input.search.word);
  for (const box of (await openFacet(site, facet)).slice(0, choicesTried)) {
    if (await box.isDisabled()) continue;
    const value = (await box.getAttribute('value')) ?? '';
    const narrowed = await toggle(site, box, all);
    if (narrowed.count > 0 && narrowed.count < all.count) {
      report.none(`search: ${facet} ${value} narrows the result`, []);
      const chosen = new URLSearchParams(narrowed.query).getAll(facet).join();
      report.none('search: the filter stands in the address', chosen.includes(value) ? [] : [chosen]);
      const strays = narrowed.hits.filter((address) => lacksSource(input.built, address, value));
      report.none('search: the techniques left list that data source', strays);
      const again = await openSearch(site, narrowed.query);
      report.same('search: the address opens the narrowed result', say(again), say(narrowed));
      return;
    }
    await toggle(site, box, narrowed);
  }
  report.none(`search: a ${facet} narrows the result`, [`none does; without: ${all.count} hits`]);
}

function holds({ out }: BuiltVault, address: string, word: string): boolean {
  const html = readFileSync(join(out, address, 'index.html'), 'utf8');
  return html.toLowerCase().includes(word);
}

/** Whether an address is that of a technique whose note does not list a data source; unknown values pass. */
function lacksSource({ notes, urlOf }: BuiltVault, address: string, source: string): boolean {
  const techniques = notes.filter(({ kind }) => kind === 'technique');
  const sourcesOf = (note: Note): readonly string[] =>
    readTechnique(note).components.flatMap((component) => component.split(': ')[0] ?? []);
  if (!techniques.flatMap(sourcesOf).includes(source)) return false;
  const technique = techniques.find((note) => urlOf(note) === address);
  return technique !== undefined && !sourcesOf(technique).includes(source);
}

function say({ count, hits }: SearchResult): string {
  return `${count} hits, first ${hits.slice(0, 3).join(' ')}`;
}
