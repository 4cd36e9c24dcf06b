import { countOf } from '../../words.ts';
import type { SearchState } from './address.ts';
import { facets, valueWords, type Facet } from './facets.ts';
import type { Shown } from './hit-list.ts';

/** What the page says of an answer: `23 pages for “rundll32”, narrowed by Process.` */
export function statusText({ count, hasNear }: Shown, { text, chosen }: SearchState): string {
  const pages = count === 0 ? 'No page' : countOf(count, 'page');
  const asked = text.trim() === '' ? '' : ` for “${text.trim()}”`;
  const narrowed = chosenValues(chosen);
  const answer = narrowed.length === 0 ? `${pages}${asked}` : `${pages}${asked}, narrowed by ${narrowed.join(', ')}`;
  return hasNear ? `${answer}; these come near` : answer;
}

/** What it says where only ids and names can be looked up. */
export function idStatusText(count: number, { text }: SearchState): string {
  const pages = count === 0 ? 'No page has' : `${String(count)} ${count === 1 ? 'page has' : 'pages have'}`;
  return `${pages} the id or name “${text.trim()}”.`;
}

function chosenValues(chosen: ReadonlyMap<Facet, readonly string[]>): readonly string[] {
  return facets.flatMap((facet) => (chosen.get(facet) ?? []).map((value) => valueWords(facet, value)));
}
