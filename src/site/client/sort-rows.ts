import { orderRows } from './arrange-rows.ts';
import { drawingOf } from './draw-rows.ts';
import { element } from './elements.ts';
import type { PieceWork } from './pieces.ts';
import { rowsOf } from './row-groups.ts';
import { keepArrangement, readArrangement } from './table-memory.ts';
import { orderBy, sortKey, type Direction } from './table-order.ts';

/** Makes the heads of a table buttons that sort it, and brings it into the order in which its reader had left it. */
export function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const drawing = drawingOf(table);
  const sort = (column: number, direction: Direction): void => {
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column]?.setAttribute('aria-sort', direction);
    // Equal rows stay as the last order left them.
    drawing.finish();
    sortRows(table, { column, direction, drawing });
  };
  heads.forEach((head, column) => {
    const button = element('button', { type: 'button', class: 'sort' }, [...head.childNodes]);
    head.append(button);
    button.addEventListener('click', () => {
      const direction: Direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      sort(column, direction);
      keepArrangement(table, { column, direction });
    });
  });
  const { column, direction } = readArrangement(table);
  if (column === undefined || direction === undefined) return;
  sort(column, direction);
  drawing.finish();
}

interface Sorting {
  readonly column: number;
  readonly direction: Direction;
  readonly drawing: PieceWork;
}

function sortRows(table: HTMLTableElement, { column, direction, drawing }: Sorting): void {
  const rows = rowsOf(table);
  const keys = rows.map(({ cells }) => {
    const cell = cells[column];
    return sortKey(cell?.textContent ?? '', cell?.getAttribute('data-sort') ?? null);
  });
  const ordered = orderBy(keys, direction).flatMap((index) => rows[index] ?? []);
  drawing.start(orderRows([...table.tBodies], ordered));
}
