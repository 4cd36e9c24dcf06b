import type { Place } from '../source/index.ts';
import { catalogue } from './catalogue/index.ts';
import type { Row, Severity } from './catalogue/row.ts';

type Catalogue = typeof catalogue;

/** The permanent code of a kind of diagnostic, `area/problem`. */
export type Code = keyof Catalogue;

/** The facts that a code's words are made from. */
export type Facts<C extends Code> = Catalogue[C] extends Row<infer F> ? F : never;

/** Something an author should know about a note: data, collected and never thrown. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly hint: string | undefined;
  /** Other places that belong to it, such as the first use of an id. */
  readonly related: readonly Place[];
}

/** Receives diagnostics as they are found. */
export type Report = (diagnostic: Diagnostic) => void;

/** Longer facts are cut: an address may be an image of megabytes. */
const LONGEST_FACT = 300;

/** Makes the diagnostic of a code at a place out of its facts, of which long texts are cut; halves of characters are replaced. */
export function diagnose<C extends Code>(code: C, place: Place, facts: Facts<C>): Diagnostic {
  const definition = catalogue[code] as Row<Facts<C>>; // the key type ties code and facts, which the index type loses
  const short = shortened(facts);
  return {
    code,
    severity: definition.severity,
    place,
    message: definition.message(short).toWellFormed(),
    hint: definition.hint?.(short)?.toWellFormed(),
    related: [],
  };
}

function shortened<F>(facts: F): F {
  const entries = Object.entries(facts as object).map(([name, fact]: [string, unknown]) => [
    name,
    typeof fact === 'string' && fact.length > LONGEST_FACT ? `${fact.slice(0, LONGEST_FACT).toWellFormed()}…` : fact,
  ]);
  return Object.fromEntries(entries) as F; // the same names, and texts where texts were
}

/** Sorts by path, then place, then code: the order of every printed list. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const { place: p } = a;
  const { place: q } = b;
  if (p.path !== q.path) return p.path < q.path ? -1 : 1;
  if (p.start.line !== q.start.line) return p.start.line - q.start.line;
  if (p.start.column !== q.start.column) return p.start.column - q.start.column;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
