import type { IdRow } from '../page.ts';

/** Shorter words are too near to each other to tell what was meant. */
const SHORTEST = 4;

/**
 * The words of the id index's names (titles, file names, aliases), lower case, each once and sorted: what a search that finds
 * nothing may have meant. Ids and numbers are left out: nobody wants another id than the one asked for.
 */
export function titleWords(rows: readonly IdRow[]): readonly string[] {
  const words = new Set(rows.flatMap(([key]) => key.match(/[\p{L}\p{N}]+/gu) ?? []));
  return [...words].filter((word) => word.length >= SHORTEST && /^\p{L}+(?:\d{0,2})$/u.test(word)).sort();
}
