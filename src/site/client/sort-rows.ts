import { orderRows } from './arrange-rows.ts';
import { drawingOf } from './draw-rows.ts';
import { element } from './elements.ts';
import { readOrder, writeOrder, type SortedBy } from './lists/list-address.ts';
import { afterPaint } from './pieces.ts';
import { ROWS_REPLACED, rowsOf } from './row-groups.ts';
import { keepOrder, keptOrder, nameOf } from './table-memory.ts';
import { nextDirection, orderBy, sortKey } from './table-order.ts';

type Rows = readonly HTMLTableRowElement[];

/** Makes the heads of a table buttons that sort it, and brings it into the order that its reader, or whoever shared it, had chosen. */
export function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const labels = heads.map(({ textContent }) => textContent);
  const drawing = drawingOf(table);
  // Asked for before the first change, and not while the page loads: there may be thousands.
  let ownRows: Rows | undefined;
  const inOwnOrder = (): Rows => (ownRows ??= rowsOf(table));
  let words: readonly string[] = [];
  const show = (rows: Rows, by: SortedBy | undefined): void => {
    for (const head of heads) head.removeAttribute('aria-sort');
    if (by !== undefined) heads[by.column]?.setAttribute('aria-sort', by.direction);
    drawing.start(orderRows([...table.tBodies], rows));
  };
  heads.forEach((head, column) => {
    const button = element('button', { type: 'button', class: 'sort' }, [...head.childNodes]);
    head.append(button);
    button.addEventListener('click', () => {
      const direction = nextDirection(head.getAttribute('aria-sort'), 'descends' in head.dataset);
      const by: SortedBy = { column, direction };
      drawing.finish();
      const own = inOwnOrder();
      // Equal rows stay as the last order left them.
      const rows = sortRows(rowsOf(table), by);
      const isOwnOrder = rows.every((row, index) => row === own[index]);
      const others = readOrder(words, labels).filter((other) => other.column !== column);
      words = isOwnOrder ? [] : writeOrder([by, ...others], labels);
      show(rows, by);
      afterPaint(() => keepOrder(table, words));
    });
  });
  const follow = (): void => {
    const order = readOrder(keptOrder(table), labels);
    const wanted = writeOrder(order, labels);
    if (wanted.join() === words.join()) return;
    words = wanted;
    drawing.finish();
    show(order.reduceRight(sortRows, inOwnOrder()), order[0]);
  };
  follow();
  drawing.finish();
  table.addEventListener(ROWS_REPLACED, () => {
    drawing.finish();
    ownRows = undefined;
    words = [];
    follow();
  });
  // Of the history's state links within the page begin a new one.
  if (nameOf(table) !== undefined) addEventListener('popstate', follow);
}

function sortRows(rows: Rows, { column, direction }: SortedBy): Rows {
  const keys = rows.map(({ cells }) => {
    const cell = cells[column];
    return sortKey(cell?.textContent ?? '', cell?.getAttribute('data-sort') ?? null);
  });
  return orderBy(keys, direction).flatMap((index) => rows[index] ?? []);
}
