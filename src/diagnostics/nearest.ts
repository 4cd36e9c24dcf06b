import { distance } from 'fastest-levenshtein';

/** Up to this share of a name may differ for another to be offered in its place. */
const NEAR = 0.4;
/** Longer names are not compared: the cost grows with the product of the lengths. */
const LONGEST = 120;

/**
 * The name that somebody most likely meant: the one with the fewest edits, regardless of letter
 * case. Undefined when none is near. Costs one comparison for each known name.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length * NEAR)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}
