import { compareTactics } from '../../domain/index.ts';
import { strengths } from '../pairing/index.ts';
import type { Strength } from '../pairing/index.ts';
import type { CoverageState, TechniqueCoverage } from './technique-coverage.ts';

/** Counts of techniques by what they have of their own. */
export interface CoverageFigures {
  readonly techniques: number;
  readonly withRules: number;
  readonly withTests: number;
  readonly both: number;
  readonly rulesOnly: number;
  readonly testsOnly: number;
  readonly neither: number;
  /** Of those that have both: how surely any rule of theirs is tried. */
  readonly tested: Readonly<Record<Strength, number>>;
  /** The share of techniques that have a rule and a test, from 0 to 100; 0 when there is no technique. */
  readonly percent: number;
}

/** Counts techniques by what they have. */
export function coverageFigures(coverage: readonly TechniqueCoverage[]): CoverageFigures {
  const inState = (wanted: CoverageState): number => coverage.filter(({ state }) => state === wanted).length;
  const [both, rulesOnly, testsOnly] = [inState('both'), inState('rules-only'), inState('tests-only')];
  const tested = strengths.map((wanted) => [wanted, coverage.filter((one) => one.tested === wanted).length] as const);
  return {
    techniques: coverage.length,
    withRules: both + rulesOnly,
    withTests: both + testsOnly,
    both,
    rulesOnly,
    testsOnly,
    neither: inState('neither'),
    tested: Object.fromEntries(tested) as Record<Strength, number>, // an entry for each strength
    percent: coverage.length === 0 ? 0 : (100 * both) / coverage.length,
  };
}

/** The figures of every tactic that any of some techniques names, in the order of the matrix. */
export function figuresByTactic(
  coverage: readonly TechniqueCoverage[],
): readonly { readonly tactic: string; readonly figures: CoverageFigures }[] {
  const tactics = new Set(coverage.flatMap(({ technique }) => technique.tactics));
  return [...tactics].sort(compareTactics).map((tactic) => ({
    tactic,
    figures: coverageFigures(coverage.filter(({ technique }) => technique.tactics.includes(tactic))),
  }));
}
