const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'];

/**
 * The rank of a Sigma level, 1 (informational) to 5 (critical); undefined for a word that is none.
 * Source: https://github.com/SigmaHQ/sigma-specification, `level`.
 */
export function levelRank(level: string): number | undefined {
  const index = LEVELS.indexOf(level);
  return index < 0 ? undefined : index + 1;
}
