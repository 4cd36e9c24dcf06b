import { facets, type Facet } from './facets.ts';

/** A search: its text and the chosen values of each facet. */
export interface SearchState {
  readonly text: string;
  readonly chosen: ReadonlyMap<Facet, readonly string[]>;
}

/** Reads a search from an address: `?q=…&data-source=…`, facets repeatable. */
export function readSearch(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const chosen = new Map<Facet, readonly string[]>();
  for (const facet of facets) {
    const values = [...new Set(parameters.getAll(facet))].filter(Boolean);
    if (values.length > 0) chosen.set(facet, values);
  }
  return { text: parameters.get('q') ?? '', chosen };
}

/** Writes a search as the query of an address, `?` included; empty when there is nothing to write. */
export function writeSearch({ text, chosen }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim());
  for (const facet of facets) for (const value of chosen.get(facet) ?? []) parameters.append(facet, value);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** The search with a value of a facet chosen, or no longer so. */
export function withChoice(
  state: SearchState,
  facet: Facet,
  choice: { value: string; isChosen: boolean },
): SearchState {
  const { value, isChosen } = choice;
  const others = (state.chosen.get(facet) ?? []).filter((other) => other !== value);
  const chosen = new Map(state.chosen);
  const values = isChosen ? [...others, value] : others;
  if (values.length > 0) chosen.set(facet, values);
  else chosen.delete(facet);
  return { ...state, chosen };
}
