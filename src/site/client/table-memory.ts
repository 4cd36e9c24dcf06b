import { keep, readKept } from './kept.ts';
import type { Arrangement } from './kept.ts';

/** How the reader had arranged a table before the page was left, where it is loaded anew for whoever comes back. */
export function readArrangement(table: HTMLTableElement): Arrangement {
  const { tables } = readKept();
  return tables?.[placeOf(table)] ?? {};
}

/** Keeps how a table is arranged in the step of the history that shows its page. */
export function keepArrangement(table: HTMLTableElement, change: Arrangement): void {
  const { tables } = readKept();
  const place = placeOf(table);
  keep({ tables: { ...tables, [place]: { ...tables?.[place], ...change } } });
}

function placeOf(table: HTMLTableElement): number {
  return [...table.ownerDocument.querySelectorAll('table')].indexOf(table);
}
