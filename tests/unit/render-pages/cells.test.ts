import { expect, it } from 'vitest';
import { countCell } from '../../../src/render/pages/cells.ts';

it('parts the thousands of a count, and sorts it as a number', () => {
  expect(countCell(2822)).toEqual({ text: '2,822', sort: 2822 });
});
