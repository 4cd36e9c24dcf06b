import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a mistyped word most likely means: at most two edits away, one for short
 * words, regardless of case; undefined when there is none. Among equals, the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const key = word.toLowerCase();
  let most = key.length > 4 ? 2 : 1;
  let found: string | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - key.length) > most) continue;
    const edits = distance(key, candidate.toLowerCase());
    if (edits > most || (found !== undefined && edits >= most)) continue;
    found = candidate;
    most = edits;
  }
  return found;
}
