import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepArrangement, readArrangement } from '../../../src/site/client/table-memory.ts';

/** The tables of a page; only what is asked of them is there. */
const tables: HTMLTableElement[] = [];
for (let count = 0; count < 3; count += 1) {
  tables.push({ ownerDocument: { querySelectorAll: () => tables } } as unknown as HTMLTableElement);
}
const [first, second] = tables as [HTMLTableElement, HTMLTableElement];

beforeEach(() => {
  const history = {
    state: null as unknown,
    replaceState: (state: unknown) => {
      history.state = structuredClone(state);
    },
  };
  vi.stubGlobal('history', history);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('nothing is kept of a table that nobody has arranged', () => {
  expect(readArrangement(first)).toEqual({});
  keepArrangement(first, { filter: 'windows' });
  expect(readArrangement(second)).toEqual({});
});

test('the filter and the order of each table are kept', () => {
  keepArrangement(first, { filter: 'windows' });
  keepArrangement(second, { column: 0, direction: 'ascending' });
  keepArrangement(first, { column: 2, direction: 'descending' });
  keepArrangement(first, { filter: '' });
  expect(readArrangement(first)).toEqual({ filter: '', column: 2, direction: 'descending' });
  expect(readArrangement(second)).toEqual({ column: 0, direction: 'ascending' });
});
