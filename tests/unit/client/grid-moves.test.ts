import { expect, test } from 'vitest';
import { moveInGrid } from '../../../src/site/client/grid-moves.ts';

const lengths = [3, 0, 1];

test.each([
  ['down', { column: 0, row: 0 }, 'ArrowDown', { column: 0, row: 1 }],
  ['down from the last', { column: 0, row: 2 }, 'ArrowDown', undefined],
  ['up from the first', { column: 0, row: 0 }, 'ArrowUp', undefined],
  ['up', { column: 0, row: 2 }, 'ArrowUp', { column: 0, row: 1 }],
  ['right over an empty column into a shorter one', { column: 0, row: 2 }, 'ArrowRight', { column: 2, row: 0 }],
  ['right from the last', { column: 2, row: 0 }, 'ArrowRight', undefined],
  ['left', { column: 2, row: 0 }, 'ArrowLeft', { column: 0, row: 0 }],
  ['home', { column: 0, row: 2 }, 'Home', { column: 0, row: 0 }],
  ['end', { column: 0, row: 0 }, 'End', { column: 0, row: 2 }],
  ['another key', { column: 0, row: 0 }, 'a', undefined],
])('%s', (_, place, key, expected) => {
  expect(moveInGrid(lengths, place, key)).toEqual(expected);
});
