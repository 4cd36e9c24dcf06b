import { row } from './row.ts';
import type { NoFacts } from './row.ts';

/** The Sigma rule inside a rule note. */
export const sigmaRows = {
  'sigma/missing': row<NoFacts>({
    severity: 'warning',
    message: () => 'this rule note holds no Sigma rule',
    hint: () => 'expected a fenced yml block with title, logsource and detection',
  }),
  'sigma/invalid-yaml': row<{ readonly problem: string }>({
    severity: 'warning',
    message: ({ problem }) => `the Sigma rule is not valid YAML: ${problem}`,
  }),
  'sigma/invalid-id': row<{ readonly id: string }>({
    severity: 'warning',
    message: ({ id }) => `“${id}” is no UUID`,
    hint: () => 'Sigma asks for a random UUID, for example from uuidgen',
  }),
} as const;
