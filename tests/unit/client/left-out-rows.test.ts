import { expect, test } from 'vitest';
import { followLeftOut, tellLeftOut } from '../../../src/site/client/left-out-rows.ts';

/** A table that has these rows left out. */
function tableWithout(rows: readonly Element[]): HTMLTableElement {
  return Object.assign(new EventTarget(), { querySelectorAll: () => rows }) as unknown as HTMLTableElement;
}

const row = {} as Element;

test('whoever counts the rows of a table is told which are left out, from the start on', () => {
  const table = tableWithout([row]);
  const heard: number[] = [];
  followLeftOut(table, ({ size }) => heard.push(size));
  tellLeftOut(table, new Set());
  tellLeftOut(table, new Set([row]));
  expect(heard).toEqual([1, 0, 1]);
});

test('nobody is told at the start where none is', () => {
  const heard: number[] = [];
  followLeftOut(tableWithout([]), ({ size }) => heard.push(size));
  expect(heard).toEqual([]);
});
