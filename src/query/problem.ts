import { diagnose } from '../diagnostics/index.ts';
import type { Code, Facts } from '../diagnostics/index.ts';
import { createLineIndex, vaultPath } from '../source/index.ts';
import type { Span } from '../source/index.ts';
import type { QueryProblem } from './answer.ts';

/** Receives the mistakes of a query as they are found. */
export type ReportProblem = <C extends Code>(code: C, span: Span, facts: Facts<C>) => void;

/** Collects the mistakes of one query text. */
export interface ProblemCollector {
  readonly report: ReportProblem;
  /** How many were reported so far. */
  readonly count: () => number;
  /** What was reported, in the order of the text, each code once at a place, at most {@link MOST_PROBLEMS}. */
  readonly problems: () => readonly QueryProblem[];
}

/** More mistakes than anyone reads; it bounds the work that a hostile text makes. */
const MOST_PROBLEMS = 100;

/** Starts collecting for a text. */
export function collectProblems(text: string): ProblemCollector {
  const found = new Map<string, { readonly span: Span; readonly make: () => QueryProblem }>();
  const report: ReportProblem = (code, span, facts) => {
    const key = `${String(span.start)} ${code}`;
    if (!found.has(key)) found.set(key, { span, make: () => createProblem(text, { code, span, facts }) });
  };
  const problems = (): readonly QueryProblem[] =>
    [...found.values()]
      .sort((a, b) => a.span.start - b.span.start)
      .slice(0, MOST_PROBLEMS)
      .map(({ make }) => make());
  return { report, count: () => found.size, problems };
}

function createProblem<C extends Code>(
  text: string,
  parts: { readonly code: C; readonly span: Span; readonly facts: Facts<C> },
): QueryProblem {
  const { code, span, facts } = parts;
  const lines = createLineIndex(text);
  const start = lines.position(span.start);
  const place = { path: vaultPath(''), start, end: lines.position(span.end) };
  const { severity, message, hint } = diagnose(code, place, facts);
  return { code, severity, span, position: start, message, hint };
}
