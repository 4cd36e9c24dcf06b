import { levels } from '../domain/index.ts';

const FROM_THE_LEAST = levels.toReversed().map(String);

/** The rank of a Sigma level, 1 (informational) to 5 (critical); undefined for a word that is none. */
export function levelRank(level: string): number | undefined {
  const index = FROM_THE_LEAST.indexOf(level);
  return index < 0 ? undefined : index + 1;
}
