import type { PagefindResult } from './pagefind-api.ts';

/** A facet that readers do not see: the part of the index in which a page stands. */
const FACET = 'part';
/** Added to a part's weight for each part before it: too little to change the order of hits. */
const STEP = 2 ** -40;

/**
 * What Pagefind is told of a part of the index by its number from 0, so that its hits can be told from those of the others: a
 * facet for all of its pages, and a weight that leaves the number in the scores.
 */
export function partOptions(part: number): object {
  return { mergeFilter: { [FACET]: String(part) }, indexWeight: 1 + part * STEP };
}

/** The filter that leaves the pages of some parts. */
export function partFilter(parts: readonly number[]): Readonly<Record<string, { readonly any: readonly string[] }>> {
  return { [FACET]: { any: parts.map(String) } };
}

/** The number of the part from which a hit comes. Pagefind's own scores have 32 bits and are above zero; what is more is of the part's weight. */
export function partOf({ score }: PagefindResult): number {
  return Math.round((score / Math.fround(score) - 1) / STEP);
}
