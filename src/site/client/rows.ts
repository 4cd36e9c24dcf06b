import type { Pieces } from './pieces.ts';

/** A row of a table and whether it is to be seen. */
export interface JudgedRow {
  readonly row: HTMLTableRowElement;
  readonly isShown: boolean;
}

/** So many rows fill the largest screens. */
const IN_SIGHT = 40;
/** So many are drawn between two frames: few pieces, since a table is laid out whole after each. */
const PIECE = 400;

/** Marks the rows that are not to be seen with an attribute, in pieces: first those that now stand at the top. */
export function* showRows(rows: readonly JudgedRow[], mark: 'hidden' | 'data-left-out'): Pieces {
  let inPiece = IN_SIGHT;
  for (const { row, isShown } of rows) {
    if (row.hasAttribute(mark) !== isShown) continue;
    if (inPiece === 0) {
      yield;
      inPiece = PIECE;
    }
    // A row that goes costs little.
    if (isShown) inPiece -= 1;
    row.toggleAttribute(mark, !isShown);
  }
}

/** Brings the rows of a table into an order, in pieces: first those that now stand at the top. */
export function* orderRows(body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]): Pieces {
  let place = body.firstElementChild;
  let inPiece = IN_SIGHT;
  for (const row of rows) {
    if (row === place) {
      place = row.nextElementSibling;
      continue;
    }
    if (inPiece === 0) {
      yield;
      inPiece = PIECE;
    }
    inPiece -= 1;
    body.insertBefore(row, place);
  }
}
