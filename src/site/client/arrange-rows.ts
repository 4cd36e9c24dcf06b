import type { Pieces } from './pieces.ts';
import { fitGroups, type RowGroup } from './row-groups.ts';

/** A row of a table and whether it is to be seen. */
export interface JudgedRow {
  readonly row: HTMLTableRowElement;
  readonly isShown: boolean;
}

/** So many rows fill the largest screens. */
const IN_SIGHT = 40;
/** So many are drawn between two frames. */
const PIECE = 400;

/** Marks the rows that are not to be seen with an attribute, in pieces: first those that now stand at the top. */
export function* showRows(rows: readonly JudgedRow[], mark: 'hidden' | 'data-left-out'): Pieces {
  let inPiece = IN_SIGHT;
  const changed = new Set<RowGroup>();
  for (const { row, isShown } of rows) {
    if (row.hasAttribute(mark) !== isShown) continue;
    if (inPiece === 0) {
      fitGroups(changed);
      changed.clear();
      yield;
      inPiece = PIECE;
    }
    // A row that goes costs little.
    if (isShown) inPiece -= 1;
    row.toggleAttribute(mark, !isShown);
    if (row.parentNode instanceof HTMLTableSectionElement) changed.add(row.parentNode);
  }
  fitGroups(changed);
}

/**
 * Brings the rows of a table into an order, in pieces: first those that now stand at the top. Each group gets as many rows as
 * it had.
 */
export function* orderRows(groups: readonly RowGroup[], rows: readonly HTMLTableRowElement[]): Pieces {
  const sizes = groups.map((group) => group.rows.length);
  let inPiece = IN_SIGHT;
  let start = 0;
  for (const [index, group] of groups.entries()) {
    const end = start + (sizes[index] ?? 0);
    let place = group.firstElementChild;
    for (const row of rows.slice(start, end)) {
      if (row === place) {
        place = row.nextElementSibling;
        continue;
      }
      if (inPiece === 0) {
        fitGroups([group]);
        yield;
        inPiece = PIECE;
      }
      inPiece -= 1;
      group.insertBefore(row, place);
    }
    start = end;
  }
  fitGroups(groups);
}
