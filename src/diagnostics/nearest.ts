import { distance } from 'fastest-levenshtein';

/** Up to this share of a name may differ for another to be offered in its place. */
const NEAR = 0.4;
/** Longer names are not compared: the cost grows with the product of the lengths. */
const LONGEST = 120;

/**
 * The name that somebody most likely meant: the one with the fewest edits, regardless of letter
 * case; two neighbours that changed places are one. Undefined when none is near: a name that has
 * no character in common is not. Costs one comparison for each known name.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length * NEAR)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue;
    const edits = editsBetween(wanted, candidate.toLowerCase());
    if (edits >= Math.max(wanted.length, candidate.length)) continue;
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && isSwapped(a, b) ? 1 : edits;
}

/** Whether two names of one length differ in nothing but two neighbours that changed places. */
function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
