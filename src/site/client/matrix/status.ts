import type { CoverageShares } from '../../matrix-counts.ts';

/** What is said of the techniques that match: `42 of 625 techniques: 30 with a rule, 12 with a test, 5 with neither`. */
export function matchText({ both, rulesOnly, testsOnly, neither }: CoverageShares, all: number): string {
  const count = (number: number): string => number.toLocaleString('en');
  const matching = both + rulesOnly + testsOnly + neither;
  if (matching === 0) return `None of ${count(all)} techniques`;
  const parts = [
    `${count(both + rulesOnly)} with a rule`,
    `${count(both + testsOnly)} with a test`,
    `${count(neither)} with neither`,
  ];
  return `${count(matching)} of ${count(all)} techniques: ${parts.join(', ')}`;
}
