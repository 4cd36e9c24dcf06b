import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepFilter, keepOrder, keptFilter, keptOrder, nameOf } from '../../../src/site/client/table-memory.ts';

/** The tables of a page, lists by their names; only what is asked of them is there. */
const tables: HTMLTableElement[] = [];
for (const dataset of [{ sortable: 'rules' }, { sortable: 'tests' }, {}, {}]) {
  tables.push({ dataset, ownerDocument: { querySelectorAll: () => tables } } as unknown as HTMLTableElement);
}
const [rules, tests, first, second] = tables as [
  HTMLTableElement,
  HTMLTableElement,
  HTMLTableElement,
  HTMLTableElement,
];

const location = { pathname: '/tactics/discovery/', search: '', hash: '#rules' };

beforeEach(() => {
  location.search = '';
  const history = {
    state: null as unknown,
    replaceState: (state: unknown, _title: string, address?: string) => {
      history.state = structuredClone(state);
      if (address !== undefined) location.search = new URL(address, 'https://host.invalid/').search;
    },
  };
  vi.stubGlobal('history', history);
  vi.stubGlobal('location', location);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a list of the page', () => {
  test('has its filter and its order in the address, apart from those of others', () => {
    expect([keptFilter('rules'), keptOrder(rules)]).toEqual(['', []]);
    keepFilter('rules', ' windows  event ');
    keepOrder(tests, ['-level', 'test']);
    expect(location.search).toBe('?rules=windows++event&tests-sort=-level&tests-sort=test');
    expect([keptFilter('rules'), keptOrder(rules)]).toEqual(['windows  event', []]);
    expect([keptFilter('tests'), keptOrder(tests)]).toEqual(['', ['-level', 'test']]);
    expect(history.state).toBeNull();
  });

  test('leaves nothing there when its filter is emptied and its order is the page’s own', () => {
    location.search = '?tactic=discovery&rules=windows&rules-sort=level';
    keepFilter('rules', ' ');
    keepOrder(rules, []);
    expect(location.search).toBe('?tactic=discovery');
  });
});

describe('a table of a note', () => {
  test('has no name, and its order stands in the history', () => {
    expect(nameOf(first)).toBeUndefined();
    expect(keptOrder(first)).toEqual([]);
    keepOrder(second, ['rule']);
    keepOrder(first, ['-level']);
    keepOrder(first, ['level', 'rule']);
    expect([keptOrder(first), keptOrder(second)]).toEqual([['level', 'rule'], ['rule']]);
    expect(location.search).toBe('');
  });
});
