import { diagnose } from '../diagnostics/index.ts';
import type { Code, Diagnostic, Report } from '../diagnostics/index.ts';
import { offsetInNote } from '../parse/index.ts';
import type { ParsedNote, QueryBlock } from '../parse/index.ts';
import { answerQuery } from '../query/index.ts';
import type { Corpus, QueryProblem } from '../query/index.ts';
import { createLineIndex, placeOf } from '../source/index.ts';
import type { Place, Span } from '../source/index.ts';
import type { ResolvedBlock } from './graph.ts';

/**
 * Answers every query block of every note, in the order of the notes and of their text. Mistakes,
 * doubts and empty results are reported at their place in the note.
 */
export function resolveBlocks(notes: readonly ParsedNote[], corpus: Corpus, report: Report): readonly ResolvedBlock[] {
  return notes.flatMap((note) => (note.queries.length === 0 ? [] : resolveNote(note, corpus, report)));
}

function resolveNote(note: ParsedNote, corpus: Corpus, report: Report): readonly ResolvedBlock[] {
  const lines = createLineIndex(note.file.text);
  return note.queries.map((block) => {
    const answer = answerQuery(block.source, corpus, { host: { note, block } });
    const problems = answer.kind === 'rows' ? answer.warnings : answer.problems;
    for (const problem of problems)
      report(problemInNote(problem, placeOf(note.file, spanInNote(block, problem.span), lines)));
    if (answer.kind === 'rows' && answer.emptyReason !== undefined) {
      const place = placeOf(note.file, spanInNote(block, { start: 0, end: block.source.length }), lines);
      report(diagnose('query/no-results', place, { reason: answer.emptyReason }));
    }
    return { note, block, answer };
  });
}

function problemInNote(problem: QueryProblem, place: Place): Diagnostic {
  const { code, severity, message, hint } = problem;
  return { code: code satisfies Code, severity, place, message, hint, related: [] };
}

/** Moves a span of a block's text to where it stands in the note, container prefixes counted in. */
export function spanInNote(block: QueryBlock, span: Span): Span {
  // Without a line of its own the opening fence stands for it.
  const place = (offset: number): number => offsetInNote(block, offset) ?? block.span.start;
  return { start: place(span.start), end: place(span.end) };
}
