import { row } from './row.ts';
import type { NoFacts } from './row.ts';

/** Kinds, ids and addresses. */
export const graphRows = {
  'graph/duplicate-address': row<{ readonly address: string; readonly keeper: string; readonly given: string }>({
    severity: 'warning',
    message: ({ address, keeper }) => `the address ${address} belongs to “${keeper}” already`,
    hint: ({ given }) => `this note is published at ${given}`,
  }),
  'graph/duplicate-id': row<{ readonly id: string; readonly keeper: string }>({
    severity: 'warning',
    message: ({ id, keeper }) => `the id ${id} is already used by “${keeper}”`,
  }),
  'graph/technique-without-id': row<NoFacts>({
    severity: 'warning',
    message: () => 'this technique note names no ATT&CK technique id',
    hint: () => 'expected a tag such as T1059_001, a url property or a file name that begins with the id',
  }),
  'graph/retired-technique': row<{ readonly id: string; readonly successor: string | undefined }>({
    severity: 'warning',
    message: ({ id, successor }) =>
      successor === undefined
        ? `ATT&CK took ${id} out and names nothing in its place`
        : `ATT&CK revoked ${id}; ${successor} took its place`,
  }),
  'graph/unknown-technique': row<{
    readonly id: string;
    readonly nearest: string | undefined;
    readonly version: string;
  }>({
    severity: 'warning',
    message: ({ id, version }) => `ATT&CK ${version} has no technique ${id}, and no note of the vault is on it`,
    hint: ({ nearest }) => (nearest === undefined ? undefined : `did you mean ${nearest}?`),
  }),
  'graph/unknown-tactic': row<{ readonly tactic: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ tactic }) => `“${tactic}” is no ATT&CK tactic`,
    hint: ({ nearest }) => (nearest === undefined ? undefined : `did you mean “${nearest}”?`),
  }),
} as const;
