import { formatCount } from '../../words.ts';
import { techniquesOf } from '../../matrix-counts.ts';
import type { CoverageShares } from '../../matrix-counts.ts';

/** What is said of the techniques that match: `42 of 625 techniques: 30 with a rule, 12 with a test, 5 with neither`. */
export function matchText(shares: CoverageShares, all: number): string {
  const { both, rulesOnly, testsOnly, neither } = shares;
  const matching = techniquesOf(shares);
  if (matching === 0) return `None of ${formatCount(all)} techniques`;
  const parts = [
    `${formatCount(both + rulesOnly)} with a rule`,
    `${formatCount(both + testsOnly)} with a test`,
    `${formatCount(neither)} with neither`,
  ];
  return `${formatCount(matching)} of ${formatCount(all)} techniques: ${parts.join(', ')}`;
}
