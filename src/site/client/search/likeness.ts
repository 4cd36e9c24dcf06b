import type { PagefindPage } from './pagefind-api.ts';

/** Beginnings shorter than this are shared by words that have nothing in common. */
const SHORTEST = 3;

/** Whether a page holds every word of a search to the letter, alone or in a longer word. */
export function holdsWords(page: Readable, text: string): boolean {
  const held = wordsOf(page);
  return foldedWords(text).every((word) => held.some((other) => other.includes(word)) && standsAlone(page, word));
}

/**
 * Whether a page that does not hold every word of a search is still of use: it holds one of several, or a word that has most of
 * an identifier's beginning.
 */
export function isNearTo(page: Readable, text: string): boolean {
  const held = wordsOf(page);
  const isNear = (word: string): boolean => held.some((other) => other.includes(word) || beginsAlike(other, word));
  return foldedWords(text).some((word) => word.length >= SHORTEST && standsAlone(page, word) && isNear(word));
}

/** Whether a search asks for an identifier (`T1003`, `proc_creation_win`), for which Pagefind also gives pages that hold pieces of it. */
export function hasIdentifier(text: string): boolean {
  return /\d|[^\s_]_[^\s_]/.test(text);
}

type Readable = Pick<PagefindPage, 'content' | 'meta'>;

function textOf({ content, meta }: Readable): string {
  return `${content} ${Object.values(meta).join(' ')}`;
}

function wordsOf(page: Readable): readonly string[] {
  return [...new Set(textOf(page).split(/\s+/).map(fold))];
}

function foldedWords(text: string): readonly string[] {
  return text.split(/\s+/).map(fold).filter(Boolean);
}

/** False for a short number (`4104`, as of an event) that a page has only inside of others and of UUIDs. */
function standsAlone(page: Readable, word: string): boolean {
  if (!/^\d{1,5}$/.test(word)) return true;
  const text = textOf(page).replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, ' ');
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/**
 * The same pages, those first that hold every word with marks (`-enc`, `rundll32.exe`) to the letter: Pagefind looks for the
 * letters alone and takes `encoded` for as good as `-enc`. Otherwise they stay in their order, as do all of a text without
 * such words.
 */
export function exactFirst<Page extends Readable>(pages: readonly Page[], text: string): readonly Page[] {
  const words = text.split(/\s+/).filter((word) => /[^\p{L}\p{N}]/u.test(word));
  const patterns = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'iu'));
  const isExact = (page: Page): boolean => {
    const held = textOf(page);
    return patterns.every((pattern) => pattern.test(held));
  };
  const groups = Map.groupBy(pages, isExact);
  return [...(groups.get(true) ?? []), ...(groups.get(false) ?? [])];
}

function escaped(word: string): string {
  return word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

function beginsAlike(held: string, word: string): boolean {
  const least = Math.max(SHORTEST, Math.ceil(word.length / 2));
  return held.length >= least && held.slice(0, least) === word.slice(0, least);
}

/** Letters and digits alone, lower case and without accents: `comsvcs.dll,` and `comsvcs.dll` are one. */
function fold(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '');
}
