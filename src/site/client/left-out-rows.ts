const EVENT = 'rows-left-out';

/** Tells whoever counts the rows of a table which of them the filters of its page leave out. */
export function tellLeftOut(table: HTMLTableElement, rows: ReadonlySet<Element>): void {
  table.dispatchEvent(new CustomEvent(EVENT, { detail: rows }));
}

/** Calls `listen` with the rows that the filters of the page leave out of a table: those of now, if any, and whenever they change. */
export function followLeftOut(table: HTMLTableElement, listen: (rows: ReadonlySet<Element>) => void): void {
  table.addEventListener(EVENT, (event) => listen((event as CustomEvent<ReadonlySet<Element>>).detail)); // as told above
  const rows = table.querySelectorAll('[data-left-out]');
  if (rows.length > 0) listen(new Set(rows));
}
