import { levels } from '../domain/index.ts';

const FROM_THE_GRAVEST = levels.map(String);

/** The rank of a Sigma level, 0 (critical) to 4 (informational), as tables sort it; undefined for a word that is none. */
export function levelRank(level: string): number | undefined {
  const index = FROM_THE_GRAVEST.indexOf(level);
  return index < 0 ? undefined : index;
}
