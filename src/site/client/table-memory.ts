import type { Direction } from './table-order.ts';

/** How a reader has arranged a table; what is not there is as the page was built. */
export interface Arrangement {
  readonly filter?: string;
  readonly column?: number;
  readonly direction?: Direction;
}

/** What is kept of the tables of a page, by their places in it. */
interface Kept {
  readonly tables?: Readonly<Record<number, Arrangement>>;
}

/** How the reader had arranged a table before the page was left, where it is loaded anew for whoever comes back. */
export function readArrangement(table: HTMLTableElement): Arrangement {
  const { tables } = readKept();
  return tables?.[placeOf(table)] ?? {};
}

/** Keeps how a table is arranged in the step of the history that shows its page. */
export function keepArrangement(table: HTMLTableElement, change: Arrangement): void {
  const kept = readKept();
  const place = placeOf(table);
  const tables = { ...kept.tables, [place]: { ...kept.tables?.[place], ...change } };
  history.replaceState({ ...kept, tables }, '');
}

function readKept(): Kept {
  return (history.state ?? {}) as Kept; // only our own scripts write it
}

function placeOf(table: HTMLTableElement): number {
  return [...table.ownerDocument.querySelectorAll('table')].indexOf(table);
}
