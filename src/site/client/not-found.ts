import { siteBase } from './site-address.ts';

/** The words of an address that leads nowhere, for the search: `/rules/some-rule/` gives `some rule`; ids stay whole. */
export function wordsOfAddress(pathname: string, base: string): string {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return decode(path)
    .replace(/(?:index)?\.(?:html?|md|ya?ml)$/i, '')
    .split('/')
    .flatMap((part) => (isId(part) ? [part] : part.split(/[-_\s+]+/)))
    .filter((word) => word !== '' && !KINDS.has(word))
    .join(' ');
}

// The parts of an address that name a kind and no page.
const KINDS = new Set(['techniques', 'rules', 'tests', 'tactics', 'platforms', 'tags']);

/** Fills the search field of the page for missing addresses with the address's words. */
export function fillMissingAddress(document: Document): void {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field !== null) field.value = wordsOfAddress(location.pathname, siteBase(document));
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
