import { expect, test } from 'vitest';
import { moveInGrid } from '../../../src/site/client/matrix/grid-moves.ts';

const lengths = [3, 0, 1];

test.each([
  { name: 'down', place: { column: 0, row: 0 }, key: 'ArrowDown', expected: { column: 0, row: 1 } },
  { name: 'down from the last', place: { column: 0, row: 2 }, key: 'ArrowDown', expected: undefined },
  { name: 'up from the first', place: { column: 0, row: 0 }, key: 'ArrowUp', expected: undefined },
  { name: 'up', place: { column: 0, row: 2 }, key: 'ArrowUp', expected: { column: 0, row: 1 } },
  {
    name: 'right over an empty column into a shorter one',
    place: { column: 0, row: 2 },
    key: 'ArrowRight',
    expected: { column: 2, row: 0 },
  },
  { name: 'right from the last', place: { column: 2, row: 0 }, key: 'ArrowRight', expected: undefined },
  { name: 'left', place: { column: 2, row: 0 }, key: 'ArrowLeft', expected: { column: 0, row: 0 } },
  { name: 'home', place: { column: 0, row: 2 }, key: 'Home', expected: { column: 0, row: 0 } },
  { name: 'end', place: { column: 0, row: 0 }, key: 'End', expected: { column: 0, row: 2 } },
  { name: 'another key', place: { column: 0, row: 0 }, key: 'a', expected: undefined },
])('$name', ({ place, key, expected }) => {
  expect(moveInGrid(lengths, place, key)).toEqual(expected);
});
