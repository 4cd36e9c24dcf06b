import type { MatrixFacet } from '../../../render/index.ts';
import type { MatrixChoices } from './narrowing.ts';

/** What the matrix can show. */
export type MatrixView = (typeof views)[number];

const views = ['rules', 'tests', 'gaps'] as const;

const FOLDS = 'sub-techniques';
const SHOWN = 'shown';

/** What a reader looks at in the matrix. */
export interface MatrixState {
  readonly view: MatrixView;
  /** Whether the sub-techniques of all are shown. */
  readonly isUnfolded: boolean;
  /** Words that a technique's id and name must hold. */
  readonly text: string;
  readonly choices: MatrixChoices;
}

/** The names that the page offers for each facet, in their places. */
export type OfferedNames = ReadonlyMap<MatrixFacet, readonly string[]>;

/** Reads a state from the query of an address; names that the page does not offer are left out. */
export function readMatrixState(query: string, offered: OfferedNames): MatrixState {
  const parameters = new URLSearchParams(query);
  const choices = new Map<MatrixFacet, ReadonlySet<number>>();
  for (const [facet, names] of offered) {
    const folded = names.map((name) => name.toLowerCase());
    const places = parameters.getAll(facet).map((name) => folded.indexOf(name.trim().toLowerCase()));
    const known = places.filter((place) => place >= 0);
    if (known.length > 0) choices.set(facet, new Set(known));
  }
  const isUnfolded = parameters.get(FOLDS) === SHOWN;
  return { view: viewNamed(parameters.get('show')), isUnfolded, text: parameters.get('find') ?? '', choices };
}

/** The view of a name, the first where it is none. */
export function viewNamed(name: string | null | undefined): MatrixView {
  return views.find((view) => view === name) ?? 'rules';
}

/** The query of an address for a state, `?` included, keeping what else stands in it; empty when there is nothing to write. */
export function writeMatrixState(query: string, state: MatrixState, offered: OfferedNames): string {
  const { view, isUnfolded, text, choices } = state;
  const parameters = new URLSearchParams(query);
  for (const name of ['show', FOLDS, 'find', ...offered.keys()]) parameters.delete(name);
  if (view !== 'rules') parameters.set('show', view);
  if (isUnfolded) parameters.set(FOLDS, SHOWN);
  if (text.trim() !== '') parameters.set('find', text.trim());
  for (const [facet, names] of offered) {
    for (const place of [...(choices.get(facet) ?? [])].sort((a, b) => a - b)) {
      const name = names[place];
      if (name !== undefined) parameters.append(facet, name);
    }
  }
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}
