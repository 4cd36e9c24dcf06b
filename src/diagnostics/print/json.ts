import type { Severity } from '../catalogue/row.ts';
import type { Diagnostic } from '../diagnostic.ts';

/** A diagnostic as other programs read it: one flat object; `url` is its page in this project's docs. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly hint?: string;
  readonly url: string;
}

/** The public form of a diagnostic. */
export function diagnosticJson({ code, severity, place, message, hint }: Diagnostic): DiagnosticJson {
  const { path, start, end } = place;
  const range = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  const help = hint === undefined ? {} : { hint };
  return { code, severity, path, ...range, message, ...help, url: `docs/diagnostics/${code}.md` };
}
