import type { Code, Severity } from '../diagnostics/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import type { Position, Span } from '../source/index.ts';

/** A note that a search returns, with the places that matched in its text (none for a tag or property). */
export interface ResultRow {
  readonly note: ParsedNote;
  readonly matches: readonly Span[];
}

/** A mistake or doubt in a query's text. `span` is in UTF-16 offsets of the text, `position` its start from 1:1. */
export interface QueryProblem {
  readonly code: Code;
  readonly severity: Severity;
  readonly span: Span;
  readonly position: Position;
  readonly message: string;
  readonly hint: string | undefined;
}

/** What a search gives: rows in Obsidian's order (A10.1), or the mistakes that keep it from being run. */
export type Answer =
  | {
      readonly kind: 'rows';
      readonly rows: readonly ResultRow[];
      readonly warnings: readonly QueryProblem[];
      /** Why there is no row, in words that stand alone; undefined when there are rows. */
      readonly emptyReason: string | undefined;
    }
  | { readonly kind: 'malformed'; readonly problems: readonly QueryProblem[] };
