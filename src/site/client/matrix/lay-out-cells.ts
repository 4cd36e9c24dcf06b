import type { Pieces } from '../pieces.ts';
import type { Cell, Column } from './cells.ts';

/**
 * Has browsers style and lay out the cells that they have left for when they come into sight, which is when the reader would wait for
 * it, one at a time, so that nobody waits for this either. To ask for the size of what is in one is enough, and they keep what they
 * worked out.
 */
export function* layOutCells(columns: readonly Column[]): Pieces {
  for (const { cells } of columns) {
    for (const cell of cells) {
      layOut(cell);
      yield;
      if (cell.below.length === 0) continue;
      cell.below.forEach(layOut);
      yield;
    }
  }
}

function layOut({ ownCounts }: Cell): number | undefined {
  return ownCounts?.parentElement?.offsetHeight;
}
