import { expect, test } from 'vitest';
import type { Table } from '../../../src/render/index.ts';
import { rowEnds } from '../../../src/site/row-ends.ts';

/** A list whose rows are of the techniques at these places, with so many rules. */
function listOf(...rows: readonly (readonly [place: number, rules: string])[]): Table {
  const columns = [
    ...['ID', 'Name', 'Tactics', 'Platforms'].map((label) => ({ label })),
    { label: 'R', numeric: true },
  ];
  const cells = (place: number): Table['rows'][number] =>
    [{ text: 'T', sort: place }, ...'abc'].map((cell) => (typeof cell === 'string' ? { text: cell } : cell));
  return { columns, rows: rows.map(([place, rules]) => [...cells(place), { text: rules }]) };
}

test('each end of rows stands once, with its techniques on each platform', () => {
  expect(rowEnds([listOf([3, '1'], [7, '2'], [20, '1']), listOf(), listOf([7, '1'])])).toBe(
    '<tr data-on1="3 20" data-on3="7"><td class="n">1</td></tr>\n<tr data-on1="7"><td class="n">2</td></tr>',
  );
});

test('lists without a row have no ends', () => {
  expect(rowEnds([listOf(), listOf()])).toBe('');
});
