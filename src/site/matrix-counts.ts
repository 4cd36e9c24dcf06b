import type { MatrixCell, MatrixColumn } from '../render/index.ts';

/** How many techniques have what. Each technique counts once, whatever number of tactics it stands under. */
export interface CoverageShares {
  readonly both: number;
  readonly rulesOnly: number;
  readonly testsOnly: number;
  readonly neither: number;
}

/** How a cell of the matrix is drawn: its own coverage, or that only its sub-techniques have some, or nothing yet. */
export type CellState = 'both' | 'rules' | 'tests' | 'below' | 'none';

/** What a cell is counted by. */
export interface CountedCell {
  readonly rules: number;
  readonly tests: number;
  readonly children: readonly CountedCell[];
}

/** The two lanes of a bar over techniques: above, those with a rule; below, those with a test; where both run, those with both. */
export interface CoverageBar {
  readonly viewBox: string;
  readonly lanes: readonly [rules: Lane, tests: Lane];
}

interface Lane {
  readonly x: number;
  readonly width: number;
}

// The least count of each step after the first.
const STEPS = { rules: [4, 10, 30], tests: [2, 5, 10] } as const;

/** The step of tint of a count, 0 (none) to 4. The same for every vault, so that two sites can be compared. */
export function tintStep(kind: keyof typeof STEPS, count: number): number {
  return count === 0 ? 0 : 1 + STEPS[kind].filter((least) => count >= least).length;
}

/** The counts that each step of tint stands for, as a reader says them: `1–3`, `4–9`, … */
export function stepLabels(kind: keyof typeof STEPS): readonly string[] {
  const starts = [1, ...STEPS[kind]];
  return starts.map((start, index) => {
    const next = starts[index + 1];
    if (next === undefined) return `${String(start)}+`;
    return next - start === 1 ? String(start) : `${String(start)}–${String(next - 1)}`;
  });
}

/** The state of a cell. */
export function cellState({ rules, tests, children }: CountedCell): CellState {
  if (rules > 0) return tests > 0 ? 'both' : 'rules';
  if (tests > 0) return 'tests';
  return children.some((child) => cellState(child) !== 'none') ? 'below' : 'none';
}

/** The shares over all techniques and sub-techniques of the columns. */
export function coverageShares(columns: readonly MatrixColumn[]): CoverageShares {
  const cells = new Map<string, MatrixCell>();
  for (const { cells: tops } of columns) {
    for (const top of tops) for (const cell of [top, ...top.children]) cells.set(cell.href, cell);
  }
  return sharesOf([...cells.values()]);
}

/** The shares of a column's techniques, their sub-techniques not counted. */
export function columnShares(column: MatrixColumn): CoverageShares {
  return sharesOf(column.cells);
}

/** The shares of some techniques. */
export function sharesOf(cells: readonly Omit<CountedCell, 'children'>[]): CoverageShares {
  let [both, rulesOnly, testsOnly] = [0, 0, 0];
  for (const { rules, tests } of cells) {
    if (rules > 0 && tests > 0) both += 1;
    else if (rules > 0) rulesOnly += 1;
    else if (tests > 0) testsOnly += 1;
  }
  return { both, rulesOnly, testsOnly, neither: cells.length - both - rulesOnly - testsOnly };
}

/** How many techniques are shared out. */
export function techniquesOf({ both, rulesOnly, testsOnly, neither }: CoverageShares): number {
  return both + rulesOnly + testsOnly + neither;
}

/** How shares are drawn. */
export function coverageBar(shares: CoverageShares): CoverageBar {
  const { both, rulesOnly, testsOnly } = shares;
  return {
    viewBox: `0 0 ${String(techniquesOf(shares))} 2`,
    lanes: [
      { x: 0, width: rulesOnly + both },
      { x: rulesOnly, width: both + testsOnly },
    ],
  };
}
