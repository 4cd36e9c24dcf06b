import { element } from './elements.ts';
import { identifierOf } from './search/identifiers.ts';
import { indexKeysOf } from './search/search-words.ts';
import { IdIndex, type IdHit } from './search/id-index.ts';
import { jsonLoader } from './search/load-shard.ts';
import { pageAddress, siteBase } from './site-address.ts';

/** So many pages are offered at most. */
const MOST_OFFERED = 3;

/** The words of an address that leads nowhere, for the search: `/rules/some-rule/` gives `some rule`; ids stay whole. */
export function wordsOfAddress(pathname: string, base: string): string {
  return partsOf(pathname, base)
    .flatMap((part) => (isId(part) ? [part] : part.split(/[-_\s+]+/)))
    .filter((word) => word !== '' && !KINDS.has(word))
    .join(' ');
}

/**
 * The keys under which the id index may know the page that an address means: the id that its last two parts make, as in
 * ATT&CK's own `/techniques/T1059/001/`, or else the last part as an id or a name.
 */
export function keysOfAddress(pathname: string, base: string): readonly string[] {
  const parts = partsOf(pathname, base).filter((part) => part !== '');
  const id = identifierOf(parts.slice(-2).join('/'));
  return id === undefined ? indexKeysOf(parts.at(-1) ?? '') : [id];
}

/** Of the pages under some keys those to offer: the ones that stand in the folder which the address names, or else any. */
export function offersOf(hits: readonly IdHit[], pathname: string, base: string): readonly IdHit[] {
  const folder = `/${partsOf(pathname, base)[0] ?? ''}/`;
  const there = hits.filter(({ url }) => url.startsWith(folder));
  return (there.length > 0 ? there : hits).slice(0, MOST_OFFERED);
}

// The parts of an address that name a kind and no page.
const KINDS = new Set(['techniques', 'rules', 'tests', 'tactics', 'platforms', 'tags']);

/**
 * Fills the search field of the page for missing addresses with the address's words; and in place of what may be the matter
 * offers the pages that the address may mean, once they are looked up: so that what stands below hardly moves.
 */
export async function helpFromAddress(document: Document): Promise<void> {
  const base = siteBase(document);
  const { pathname } = location;
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field !== null) field.value = wordsOfAddress(pathname, base);
  const place = document.querySelector<HTMLElement>('[data-id-shards]');
  if (place === null) return;
  const index = new IdIndex(Number(place.dataset['idShards']), jsonLoader(base));
  const offers = offersOf(await index.find(keysOfAddress(pathname, base)), pathname, base);
  if (offers.length === 0) return;
  const links = offers.flatMap(({ title, url, kind, reason }, index) => [
    index === 0 ? '' : ' or ',
    element('a', { href: pageAddress(base, url, false) }, [title]),
    ` (${reason === undefined ? kind : `${kind}, ${reason}`})`,
  ]);
  place.replaceChildren('Perhaps you are looking for ', ...links, '.');
}

function partsOf(pathname: string, base: string): readonly string[] {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return decode(path)
    .replace(/(?:index)?\.(?:html?|md|ya?ml)$/i, '')
    .split('/');
}

function isId(part: string): boolean {
  return /^T\d{4}(?:[._]\d{3})?$|^[\da-f]{8}-[\da-f-]{27}$|^CVE-\d/i.test(part);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
