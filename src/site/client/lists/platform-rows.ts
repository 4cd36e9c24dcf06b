import { element } from '../elements.ts';
import { fitGroups, ROWS_REPLACED } from '../row-groups.ts';

type Row = HTMLTableRowElement;

/** So many rows are laid out together, about as many as where the page has grouped them. */
const IN_GROUP = 30;

/** Rows of techniques at the places of these among all. */
export function byPlace(rows: readonly Row[]): readonly Row[] {
  const placed: Row[] = [];
  for (const row of rows) placed[Number(row.cells[0]?.dataset['sort'])] = row;
  return placed;
}

/**
 * The rows of a list on the platform of a number, made anew in the order of their techniques: of what they end in (row-ends.ts of the
 * site), and of the first cells of another row of the technique, which `techniques` has at its place. The list has so many `columns`.
 */
export function rowsOn(
  platform: number,
  { content }: HTMLTemplateElement,
  { columns, techniques }: { readonly columns: number; readonly techniques: readonly Row[] },
): readonly Row[] {
  const mark = `data-on${String(platform)}`;
  const rows = Array.from(content.querySelectorAll<Row>(`[${mark}]`), (end) =>
    (end.getAttribute(mark) ?? '').split(' ').map((place) => {
      const begin = Array.from(techniques[Number(place)]?.cells ?? []).slice(0, columns - end.cells.length);
      const cells = [...begin, ...end.cells].map((cell) => cell.cloneNode(true));
      return element('tr', {}, cells);
    }),
  );
  return byPlace(rows.flat());
}

/** Puts rows into a table in place of its own. */
export function replaceRows(table: HTMLTableElement, rows: readonly Row[]): void {
  for (const group of [...table.tBodies]) group.remove();
  for (let start = 0; start < rows.length; start += IN_GROUP) {
    table.append(element('tbody', {}, rows.slice(start, start + IN_GROUP)));
  }
  fitGroups(table.tBodies);
  table.dispatchEvent(new Event(ROWS_REPLACED));
}
