import { expect, test } from 'vitest';
import type { MatrixCell, MatrixColumn } from '../../../src/render/index.ts';
import {
  cellState,
  columnShares,
  coverageBar,
  coverageShares,
  stepLabels,
  tintStep,
} from '../../../src/site/matrix-counts.ts';

const traits = { platforms: [], dataSources: [], rules: [], tests: [] };

function cell(id: string, [rules, tests]: readonly [number, number], children: readonly MatrixCell[] = []): MatrixCell {
  return { id, name: id, href: `/techniques/${id}/`, rules, tests, traits, children };
}

function column(...cells: readonly MatrixCell[]): MatrixColumn {
  return { name: 'Execution', href: '/tactics/execution/', cells };
}

test.each([
  ['rules', 0, 0],
  ['rules', 1, 1],
  ['rules', 3, 1],
  ['rules', 4, 2],
  ['rules', 29, 3],
  ['rules', 30, 4],
  ['tests', 1, 1],
  ['tests', 2, 2],
  ['tests', 500, 4],
] as const)('%s: %i is step %i', (kind, count, step) => {
  expect(tintStep(kind, count)).toBe(step);
});

test('the legend says the steps', () => {
  expect(stepLabels('rules')).toEqual(['1–3', '4–9', '10–29', '30+']);
  expect(stepLabels('tests')).toEqual(['1', '2–4', '5–9', '10+']);
});

test.each([
  ['both', cell('a', [1, 1])],
  ['rules', cell('a', [1, 0])],
  ['tests', cell('a', [0, 2])],
  ['none', cell('a', [0, 0], [cell('a.1', [0, 0])])],
  ['below', cell('a', [0, 0], [cell('a.1', [0, 0]), cell('a.2', [0, 1])])],
] as const)('a cell is %s', (state, given) => {
  expect(cellState(given)).toBe(state);
});

test('a technique under two tactics counts once, its sub-techniques too', () => {
  const shared = cell('a', [1, 1], [cell('a.1', [0, 1])]);
  const shares = coverageShares([column(shared, cell('b', [2, 0])), column(shared, cell('c', [0, 0]))]);
  expect(shares).toEqual({ both: 1, rulesOnly: 1, testsOnly: 1, neither: 1 });
});

test('a column counts its techniques alone', () => {
  const shares = columnShares(column(cell('a', [0, 0], [cell('a.1', [5, 5])]), cell('b', [1, 0])));
  expect(shares).toEqual({ both: 0, rulesOnly: 1, testsOnly: 0, neither: 1 });
});

test('a bar has techniques with both where its lanes run side by side', () => {
  expect(coverageBar({ both: 2, rulesOnly: 3, testsOnly: 1, neither: 4 })).toEqual({
    viewBox: '0 0 10 2',
    lanes: [
      { x: 0, width: 5 },
      { x: 3, width: 3 },
    ],
  });
});
