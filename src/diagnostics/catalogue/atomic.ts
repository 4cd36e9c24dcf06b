import { row } from './row.ts';
import type { NoFacts } from './row.ts';

/** Atomic tests inside a runbook. */
export const atomicRows = {
  'atomic/no-tests': row<NoFacts>({
    severity: 'warning',
    message: () => 'this runbook holds no atomic test',
    hint: () => 'expected a heading such as “## Atomic Test #1 - Name”',
  }),
  'atomic/missing-guid': row<{ readonly test: string }>({
    severity: 'warning',
    message: ({ test }) => `the test “${test}” has no auto_generated_guid`,
  }),
  'atomic/invalid-guid': row<{ readonly test: string; readonly guid: string }>({
    severity: 'warning',
    message: ({ test, guid }) => `the auto_generated_guid of the test “${test}” is no UUID: ${guid}`,
    hint: () => 'expected five groups of 8, 4, 4, 4 and 12 hexadecimal digits',
  }),
  'atomic/unknown-guid': row<{ readonly guid: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ guid }) => `the simulation names the guid ${guid}, which no atomic test has`,
    hint: ({ nearest }) => (nearest === undefined ? undefined : `did you mean ${nearest}?`),
  }),
} as const;
