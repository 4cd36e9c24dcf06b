import { diagnose } from '../diagnostics/index.ts';
import type { Code, Diagnostic, Facts } from '../diagnostics/index.ts';
import { createLineIndex, placeOf } from '../source/index.ts';
import type { LineIndex, SourceFile, Span } from '../source/index.ts';

/** Collects the diagnostics of one note. */
export interface Reporter {
  /** Adds the diagnostic of a code at a span of the note. */
  report<C extends Code>(code: C, span: Span, facts: Facts<C>): void;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the collector of a note; its lines are counted only when something is reported. */
export function createReporter(file: SourceFile): Reporter {
  const diagnostics: Diagnostic[] = [];
  let index: LineIndex | undefined;
  return {
    diagnostics,
    report(code, span, facts) {
      index ??= createLineIndex(file.text);
      diagnostics.push(diagnose(code, placeOf(file, span, index), facts));
    },
  };
}
