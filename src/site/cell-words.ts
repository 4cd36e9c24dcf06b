import { countOf, countedNoun } from './words.ts';

/** The signs that stand before the counts of rules and of tests in the matrix; the legend says what they are. */
export const SIGNS = { rules: '▪', tests: '▸' } as const;

/** The counts of a cell as they are seen: `▪39 ▸10`; empty where there is neither rule nor test. */
export function signedCounts({ rules, tests }: Counts): string {
  return [rules > 0 && `${SIGNS.rules}${String(rules)}`, tests > 0 && `${SIGNS.tests}${String(tests)}`]
    .filter((part) => part !== false)
    .join(' ');
}

/** The counts of a cell as a screen reader says them: `39 rules, 10 tests`. */
export function countWords({ rules, tests }: Counts): string {
  return [...(rules > 0 ? [countOf(rules, 'rule')] : []), ...(tests > 0 ? [countOf(tests, 'test')] : [])].join(', ');
}

/** What goes on from `4 sub` in the line that unfolds them, as a screen reader says it: `techniques of T1047, 44 rules`. */
export function belowWords(id: string, below: number, counts: Counts): string {
  const words = countWords(counts);
  return `${countedNoun(below, 'technique')} of ${id}${words === '' ? '' : `, ${words}`}`;
}

/** How many there are. */
export interface Counts {
  readonly rules: number;
  readonly tests: number;
}
