import { didYouMean, row } from './row.ts';
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
  'graph/too-many-names': row<{ readonly what: string; readonly limit: number }>({
    severity: 'warning',
    message: ({ what, limit }) =>
      `this note names more ${what} than get a page by one note (${limit}); from here on they have none`,
    hint: () => 'searches still find them; part the note into several',
  }),
  'graph/unresolved-citations': row<{ readonly count: number; readonly notes: number }>({
    severity: 'info',
    message: ({ count, notes }) =>
      count === 1
        ? 'one citation names a source that its note does not list'
        : `${count} citations in ${notes === 1 ? 'one note' : `${notes} notes`} name sources that their notes do not list`,
    hint: () => 'list a source under a heading References, such as - Name: https://example.org',
  }),
  'graph/orphan': row<NoFacts>({
    severity: 'info',
    message: () => 'no other note links to this one, and none of their searches lists it',
    hint: () => 'readers find it in lists and by searching alone; link it from where they would look',
  }),
  'graph/unknown-tactic': row<{ readonly tactic: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ tactic }) => `“${tactic}” is no ATT&CK tactic`,
    hint: didYouMean,
  }),
} as const;
