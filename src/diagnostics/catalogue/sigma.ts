import { didYouMean, row } from './row.ts';
import type { NoFacts } from './row.ts';

interface Found {
  readonly found: string;
  readonly expected: string;
  readonly nearest: string | undefined;
}

function expectedOrNearest({ expected, nearest }: Omit<Found, 'found'>): string {
  return nearest === undefined ? `expected ${expected}` : `expected ${expected}; did you mean “${nearest}”?`;
}

/** The Sigma rule inside a rule note. */
export const sigmaRows = {
  'sigma/missing': row<NoFacts>({
    severity: 'warning',
    message: () => 'this rule note holds no Sigma rule',
    hint: () => 'expected a fenced yml block with title, logsource and detection',
  }),
  'sigma/several-rules': row<{ readonly rule: string | undefined }>({
    severity: 'warning',
    message: ({ rule }) =>
      `${rule === undefined ? 'this rule' : `the rule “${rule}”`} has no page, as only the first rule of a note is read`,
    hint: () => 'expected one rule a note; move it to a note of its own',
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
  'sigma/missing-field': row<{ readonly field: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ field }) => `this rule has no “${field}”, which Sigma asks for`,
    hint: ({ nearest }) => (nearest === undefined ? undefined : `is it what “${nearest}” was meant to be?`),
  }),
  'sigma/wrong-type': row<{ readonly field: string; readonly expected: string }>({
    severity: 'warning',
    message: ({ field }) => `“${field}” holds something of another kind than Sigma asks for`,
    hint: ({ expected }) => `expected ${expected}`,
  }),
  'sigma/invalid-value': row<Found & { readonly field: string }>({
    severity: 'warning',
    message: ({ field, found }) => `“${found}” is no value for ${field}`,
    hint: expectedOrNearest,
  }),
  'sigma/repeated-item': row<{ readonly field: string; readonly item: string }>({
    severity: 'warning',
    message: ({ field, item }) => `“${item}” stands in ${field} twice`,
  }),
  'sigma/invalid-tag': row<{ readonly tag: string; readonly expected: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ tag }) => `“${tag}” is no tag of Sigma`,
    hint: expectedOrNearest,
  }),
  'sigma/invalid-condition': row<{ readonly found: string | undefined; readonly expected: string }>({
    severity: 'warning',
    message: ({ found }) =>
      found === undefined ? 'the condition ends too early' : `the condition cannot be read at “${found}”`,
    hint: ({ expected }) => `expected ${expected}`,
  }),
  'sigma/unknown-search': row<{ readonly name: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ name }) =>
      name.includes('*') ? `no search of the rule matches “${name}”` : `the rule has no search “${name}”`,
    hint: didYouMean,
  }),
  'sigma/unknown-modifier': row<{ readonly modifier: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ modifier }) => `“${modifier}” is no modifier of Sigma`,
    hint: didYouMean,
  }),
} as const;
