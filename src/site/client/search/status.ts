import { facets, type Facet } from './facets.ts';
import type { SearchState } from './address.ts';

/** What the page says of an answer: `23 pages for “rundll32”, narrowed by Process.` */
export function statusText(count: number, { text, chosen }: SearchState): string {
  const pages = count === 0 ? 'No page' : `${count.toLocaleString('en')} ${count === 1 ? 'page' : 'pages'}`;
  const asked = text.trim() === '' ? '' : ` for “${text.trim()}”`;
  const narrowed = chosenValues(chosen);
  return narrowed.length === 0 ? `${pages}${asked}` : `${pages}${asked}, narrowed by ${narrowed.join(', ')}`;
}

function chosenValues(chosen: ReadonlyMap<Facet, readonly string[]>): readonly string[] {
  return facets.flatMap((facet) => chosen.get(facet) ?? []);
}
