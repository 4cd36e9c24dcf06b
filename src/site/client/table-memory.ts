import { keep, readKept } from './kept.ts';
import { withValues } from './lists/list-address.ts';
import { writeQuery } from './write-query.ts';

// A list of the page has a name, and its filter and order stand in the address as parameters of that name, `?rules=windows&rules-sort=-level`,
// so that they can be shared. Tables that notes hold have none that would last: their order is kept in the step of the history that shows
// the page, for whoever comes back to it.

/** The name of a list in the address; undefined of a table that a note holds. */
export function nameOf({ dataset }: HTMLTableElement): string | undefined {
  return dataset['sortable'];
}

/** The words of the order that the reader has given a table, for `readOrder`; none where it stands as the page was built. */
export function keptOrder(table: HTMLTableElement): readonly string[] {
  const name = nameOf(table);
  if (name === undefined) return readKept().orders?.[placeOf(table)] ?? [];
  return new URLSearchParams(location.search).getAll(orderName(name));
}

/** Keeps the words of an order. */
export function keepOrder(table: HTMLTableElement, words: readonly string[]): void {
  const name = nameOf(table);
  if (name === undefined) keep({ orders: { ...readKept().orders, [placeOf(table)]: words } });
  else writeQuery(withValues(location.search, orderName(name), words), false);
}

/** The text that the list of a name is filtered by; empty where it is not. */
export function keptFilter(name: string): string {
  return new URLSearchParams(location.search).get(name)?.trim() ?? '';
}

/** Keeps the text of a filter; of an empty one nothing. */
export function keepFilter(name: string, text: string): void {
  writeQuery(withValues(location.search, name, [text.trim()].filter(Boolean)), false);
}

function orderName(name: string): string {
  return `${name}-sort`;
}

function placeOf(table: HTMLTableElement): number {
  return [...table.ownerDocument.querySelectorAll('table')].indexOf(table);
}
