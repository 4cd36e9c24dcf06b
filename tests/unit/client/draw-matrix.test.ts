import { expect, it } from 'vitest';
import type { CellDrawer } from '../../../src/site/client/matrix/draw-cell.ts';
import type { JudgedCell, JudgedColumn } from '../../../src/site/client/matrix/matches.ts';
import { drawMatrix } from '../../../src/site/client/matrix/show.ts';

/** A technique with so many sub-techniques, folded; only what drawing asks for is there. */
function technique(children: number): JudgedCell {
  const below = Array.from({ length: children }, () => ({ cell: { details: null }, isShown: true, below: [] }));
  return { cell: { details: { open: false } }, isShown: true, below } as unknown as JudgedCell;
}

it.each([
  [1, 1],
  [13, 2],
  [39, 5],
  [40, 1],
  [100, 3],
])('%i techniques with %i folded sub-techniques are all drawn, once', (count, children) => {
  const cells = Array.from({ length: count }, () => technique(children));
  const column = { element: { toggleAttribute: () => true }, count: null, bar: null };
  const shares = { both: 0, rulesOnly: 0, testsOnly: 0, neither: 0 };
  const drawn: JudgedCell[] = [];
  const drawer = { draw: (cell: JudgedCell) => void drawn.push(cell) } as unknown as CellDrawer;
  const columns = [{ column, cells, shares } as unknown as JudgedColumn];
  const first = new Set(cells.slice(0, 1));
  const pieces = drawMatrix({ drawer, matches: { isSearched: false, columns, shares }, first });
  pieces.next();
  expect(drawn).toEqual([...first]);
  while (pieces.next().done !== true);
  const all = cells.flatMap((cell) => [cell, ...cell.below]);
  expect(drawn).toHaveLength(all.length);
  expect(new Set(drawn)).toEqual(new Set(all));
});
