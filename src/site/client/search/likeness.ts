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
