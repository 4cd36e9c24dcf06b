import type { Facet } from '../../../render/index.ts';
import { kindWords } from './hits.ts';

export type { Facet };

/** The facets' names for readers, in the order in which they are shown. */
export const facetLabels = {
  kind: 'Kind',
  tactic: 'Tactic',
  platform: 'Platform',
  'data-source': 'Data source',
  'log-source': 'Log source',
  level: 'Level',
  status: 'Status',
  tag: 'Tag',
} as const satisfies Record<Facet, string>;

/** The facets, in the order in which they are shown. */
export const facets = Object.keys(facetLabels) as readonly Facet[]; // the table above has each of them and no other

/** A facet's value in a reader's words. */
export function valueWords(facet: Facet, value: string): string {
  return facet === 'kind' ? (kindWords(value, undefined) ?? value) : value;
}

// Values with an order of their own; all others go by count.
const ORDERS: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  level: ['critical', 'high', 'medium', 'low', 'informational'],
};

/** A facet's values in the order in which they are shown: by a known order, else the most frequent first, then by name. */
export function orderedValues(facet: Facet, counts: Readonly<Record<string, number>>): readonly string[] {
  const known = ORDERS[facet] ?? [];
  const rank = (value: string): number => {
    const index = known.indexOf(value);
    return index < 0 ? known.length : index;
  };
  const order = ([a, countOfA]: [string, number], [b, countOfB]: [string, number]): number =>
    rank(a) - rank(b) || countOfB - countOfA || a.localeCompare(b, 'en', { numeric: true });
  return Object.entries(counts)
    .sort(order)
    .map(([value]) => value);
}

/** Pagefind's filter for the chosen values: OR within a facet, AND between facets; `without` leaves one facet out. */
export function toFilters(
  chosen: ReadonlyMap<Facet, readonly string[]>,
  without?: Facet,
): Readonly<Record<string, { readonly any: readonly string[] }>> {
  const entries = [...chosen]
    .filter(([facet]) => facet !== without)
    .map(([facet, values]) => [facet, { any: values }] as const);
  return Object.fromEntries(entries);
}
