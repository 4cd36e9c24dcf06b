import { expect, test } from 'vitest';
import type { JudgedCell, JudgedColumn } from '../../../src/site/client/matrix/matches.ts';
import { cellsInSight } from '../../../src/site/client/matrix/sight.ts';
import type { Standing } from '../../../src/site/client/matrix/sight.ts';

/** Columns of cells by their heights; one of 0 is not shown. */
function setUp(heights: readonly (readonly number[])[], standing: Standing): readonly (readonly number[])[] {
  const sizes = new Map<JudgedCell, number>();
  const columns = heights.map((column) => {
    const cells = column.map((height) => {
      // Only this is asked of a cell.
      const cell = { isShown: height > 0 } as JudgedCell;
      sizes.set(cell, height);
      return cell;
    });
    return { cells, isEmpty: !cells.some(({ isShown }) => isShown) } as unknown as JudgedColumn; // and this of a column
  });
  const seen = cellsInSight(columns, standing, (cell) => sizes.get(cell) ?? 0);
  return columns.map(({ cells }) => cells.flatMap((cell, place) => (seen.has(cell) ? [place] : [])));
}

test.each([
  { name: 'as many as the room holds, the last in part', rooms: [100], heights: [[60, 60, 60]], expected: [[0, 1]] },
  { name: 'those left out take no room', rooms: [100], heights: [[0, 60, 0, 60, 0]], expected: [[0, 1, 2, 3]] },
  {
    name: 'each column has its own room',
    rooms: [100, 50],
    heights: [
      [60, 60],
      [60, 60],
    ],
    expected: [[0, 1], [0]],
  },
  { name: 'none of a column beside the screen', rooms: [100, 0], heights: [[60], [60]], expected: [[0], []] },
  { name: 'none of a matrix below the screen', rooms: [-20, -20], heights: [[60], [60]], expected: [[], []] },
])('side by side: $name', ({ rooms, heights, expected }) => {
  const columns = rooms.map((room) => ({ room, headHeight: 30 }));
  expect(setUp(heights, { isStacked: false, columns })).toEqual(expected);
});

test.each([
  { name: 'what one column leaves is the room of the next', heights: [[60], [60, 60]], expected: [[0], [0]] },
  { name: 'heads take room', heights: [[80], [60]], expected: [[0], []] },
  { name: 'heads of empty columns take none', heights: [[40], [0], [60]], expected: [[0], [0], [0]] },
])('under each other: $name', ({ heights, expected }) => {
  const columns = heights.map(() => ({ room: 100, headHeight: 30 }));
  expect(setUp(heights, { isStacked: true, columns })).toEqual(expected);
});
