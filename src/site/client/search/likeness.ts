import type { PagefindPage } from './pagefind-api.ts';

/**
 * Whether a page holds every word of a search, or a form of it. Pagefind answers a word that no page holds with pages that hold
 * the longest beginning of it; those are told apart here, so that they are not taken for hits. An identifier (a word with a
 * digit) must stand in the page whole, any other word may end differently.
 */
export function holdsWords({ content, meta }: Pick<PagefindPage, 'content' | 'meta'>, text: string): boolean {
  const held = [...new Set(`${content} ${Object.values(meta).join(' ')}`.split(/\s+/).map(fold))];
  return text
    .split(/\s+/)
    .map(fold)
    .filter(Boolean)
    .every((word) => held.some((other) => isFormOf(other, word)));
}

/**
 * The same pages, those first that hold every word with marks (`-enc`, `rundll32.exe`) to the letter: Pagefind looks for the
 * letters alone and takes `encoded` for as good as `-enc`. Otherwise they stay in their order, as do all of a text without
 * such words.
 */
export function exactFirst<Page extends Pick<PagefindPage, 'content' | 'meta'>>(
  pages: readonly Page[],
  text: string,
): readonly Page[] {
  const words = text.split(/\s+/).filter((word) => /[^\p{L}\p{N}]/u.test(word));
  const patterns = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'iu'));
  const isExact = ({ content, meta }: Page): boolean => {
    const held = `${content} ${Object.values(meta).join(' ')}`;
    return patterns.every((pattern) => pattern.test(held));
  };
  const groups = Map.groupBy(pages, isExact);
  return [...(groups.get(true) ?? []), ...(groups.get(false) ?? [])];
}

function escaped(word: string): string {
  return word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

function isFormOf(held: string, word: string): boolean {
  if (held.includes(word)) return true;
  if (/\d/.test(word)) return false;
  const least = Math.max(3, Math.ceil(word.length / 2));
  return held.length >= least && held.slice(0, least) === word.slice(0, least);
}

/** Letters and digits alone, lower case: `comsvcs.dll,` and `comsvcs.dll` are one. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, '');
}
