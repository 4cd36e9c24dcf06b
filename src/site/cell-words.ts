import { countOf, countedNoun } from './words.ts';

/** How many there are. */
export interface Counts {
  readonly rules: number;
  readonly tests: number;
}

/** The counts of a cell as they are seen, behind the signs of the legend: `▪39 ▸10`; empty where there is neither rule nor test. */
export function signedCounts({ rules, tests }: Counts): string {
  return joined(' ', rules > 0 ? `▪${String(rules)}` : '', tests > 0 ? `▸${String(tests)}` : '');
}

/** Counts as a screen reader says them: `39 rules, 10 tests`. */
export function countWords({ rules, tests }: Counts): string {
  return joined(', ', rules > 0 ? countOf(rules, 'rule') : '', tests > 0 ? countOf(tests, 'test') : '');
}

/** What a screen reader says of a cell: `T1047 Windows Management Instrumentation, 39 rules, 10 tests`. */
export function cellWords(technique: string, counts: Counts): string {
  return `${technique}, ${countWords(counts) || 'no rules or tests'}`;
}

/** What goes on from `4 sub` in the line that unfolds them, as a screen reader says it: `techniques of T1047, 44 rules`. */
export function belowWords(id: string, below: number, counts: Counts): string {
  return joined(', ', `${countedNoun(below, 'technique')} of ${id}`, countWords(counts));
}

function joined(mark: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(mark);
}
