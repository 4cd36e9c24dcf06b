import type { Pieces } from '../pieces.ts';
import type { Cell, Column } from './cells.ts';

/** So many cells, with their sub-techniques, are laid out at once. */
const PIECE = 6;

/**
 * Has browsers style and lay out the cells that they have left for when they come into sight, which is when the reader would wait for
 * it. To ask for the size of what is in one is enough, and they keep what they worked out.
 */
export function* layOutCells(columns: readonly Column[]): Pieces {
  const cells = columns.flatMap((column) => column.cells);
  for (let done = 0; done < cells.length; done += PIECE) {
    cells.slice(done, done + PIECE).forEach(layOut);
    yield;
  }
}

function layOut({ ownCounts, below }: Cell): number {
  const own = ownCounts?.parentElement?.offsetHeight ?? 0;
  return below.reduce((sum, cell) => sum + layOut(cell), own);
}
