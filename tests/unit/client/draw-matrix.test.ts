import { expect, it } from 'vitest';
import type { CellDrawer } from '../../../src/site/client/matrix/draw-cell.ts';
import type { JudgedCell, JudgedColumn } from '../../../src/site/client/matrix/matches.ts';
import { drawMatrix } from '../../../src/site/client/matrix/show.ts';

/** A technique with so many sub-techniques, folded; only what drawing asks for is there. */
function technique(children: number): JudgedCell {
  const below = Array.from({ length: children }, () => ({ cell: { details: null }, isShown: true, below: [] }));
  return { cell: { details: { open: false } }, isShown: true, below } as unknown as JudgedCell;
}

const shares = { both: 0, rulesOnly: 0, testsOnly: 0, neither: 0 };

function columnOf(cells: readonly JudgedCell[]): JudgedColumn {
  const column = { element: { toggleAttribute: () => true }, count: null, bar: null };
  return { column, cells, isEmpty: !cells.some(({ isShown }) => isShown), shares } as unknown as JudgedColumn;
}

/** Notes what is drawn. */
function noting(drawn: JudgedCell[]): CellDrawer {
  return { draw: (cell: JudgedCell) => void drawn.push(cell) } as unknown as CellDrawer;
}

it.each([
  [1, 1],
  [13, 2],
  [39, 5],
  [40, 1],
  [100, 3],
])('%i techniques with %i folded sub-techniques are all drawn, once', (count, children) => {
  const cells = Array.from({ length: count }, () => technique(children));
  const drawn: JudgedCell[] = [];
  const columns = [columnOf(cells)];
  const first = new Set(cells.slice(0, 1));
  const pieces = drawMatrix({ drawer: noting(drawn), matches: { isSearched: false, columns, shares }, first });
  pieces.next();
  expect(drawn).toEqual([...first]);
  while (pieces.next().done !== true);
  const all = cells.flatMap((cell) => [cell, ...cell.below]);
  expect(drawn).toHaveLength(all.length);
  expect(new Set(drawn)).toEqual(new Set(all));
});

it('the cells of a column of which none is shown have time', () => {
  const shown = technique(0);
  const leftOut = Array.from({ length: 3 }, () => ({ ...technique(0), isShown: false }));
  const columns = [columnOf(leftOut), columnOf([shown])];
  const drawn: JudgedCell[] = [];
  const pieces = drawMatrix({
    drawer: noting(drawn),
    matches: { isSearched: false, columns, shares },
    first: new Set([...leftOut, shown]),
  });
  pieces.next();
  expect(drawn).toEqual([shown]);
  while (pieces.next().done !== true);
  expect(drawn).toEqual([shown, ...leftOut]);
});
