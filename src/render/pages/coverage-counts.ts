import type { TechniqueNode } from '../../graph/index.ts';
import type { Cell, Column, Fact, Having } from '../page.ts';
import { countCell } from './cells.ts';
import type { CoverageSurvey } from './survey.ts';
import { formatCount } from './titles.ts';

/** Techniques parted by what they have of their own. */
export interface CoverageGroups {
  readonly all: readonly TechniqueNode[];
  readonly both: readonly TechniqueNode[];
  readonly rulesOnly: readonly TechniqueNode[];
  readonly testsOnly: readonly TechniqueNode[];
  readonly neither: readonly TechniqueNode[];
}

/** Parts techniques into those with rules and tests, with one of the two, and with neither, in their order. */
export function groupByCoverage(techniques: readonly TechniqueNode[], survey: CoverageSurvey): CoverageGroups {
  const groups = Map.groupBy(techniques, (node) => survey.coverage(node).state);
  return {
    all: techniques,
    both: groups.get('both') ?? [],
    rulesOnly: groups.get('rules-only') ?? [],
    testsOnly: groups.get('tests-only') ?? [],
    neither: groups.get('neither') ?? [],
  };
}

/** The columns that {@link coverageCells} fill. */
export const coverageColumns: readonly Column[] = [
  { label: 'Techniques', numeric: true },
  { label: 'With a rule', numeric: true },
  { label: 'With a test', numeric: true },
  { label: 'With both', numeric: true },
  { label: 'With neither', numeric: true },
];

/** What the techniques have that the columns count. */
const counted: readonly (Having | undefined)[] = [undefined, 'a rule', 'a test', 'both', 'neither'];

/** How many of some techniques are covered, in the cells of a row. */
export function coverageCells(techniques: readonly TechniqueNode[], survey: CoverageSurvey): readonly Cell[] {
  return countsOf(techniques, survey).map(countCell);
}

/** The same as facts beside a list; `hrefOf` gives the address of a list of those that have this, where there is one. */
export function coverageFacts(
  techniques: readonly TechniqueNode[],
  survey: CoverageSurvey,
  hrefOf?: (having: Having) => string,
): readonly Fact[] {
  const counts = countsOf(techniques, survey);
  return coverageColumns.map(({ label }, index) => {
    const count = counts[index] ?? 0;
    const having = counted[index];
    const href = count > 0 && having !== undefined ? hrefOf?.(having) : undefined;
    return { label, values: [{ text: formatCount(count), ...(href !== undefined && { href }) }] };
  });
}

/** The same in words: `36 techniques: 20 with a rule, 15 with a test`. */
export function coverageWords(techniques: readonly TechniqueNode[], survey: CoverageSurvey): string {
  const [all = 0, rules = 0, tests = 0] = countsOf(techniques, survey);
  return `${formatCount(all)} technique${all === 1 ? '' : 's'}: ${formatCount(rules)} with a rule, ${formatCount(tests)} with a test.`;
}

function countsOf(techniques: readonly TechniqueNode[], survey: CoverageSurvey): readonly number[] {
  const { both, rulesOnly, testsOnly, neither } = groupByCoverage(techniques, survey);
  return [
    techniques.length,
    both.length + rulesOnly.length,
    both.length + testsOnly.length,
    both.length,
    neither.length,
  ];
}
