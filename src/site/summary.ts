import type { Diagnostic } from '../diagnostics/index.ts';
import type { SiteContent } from './content.ts';
import type { FileStamp } from './file-stamps.ts';

/** The figures of a build. */
export interface BuildSummary {
  readonly techniques: number;
  readonly rules: number;
  readonly runbooks: number;
  readonly tests: number;
  readonly otherPages: number;
  readonly queries: number;
  readonly emptyQueries: number;
  readonly malformedQueries: number;
  readonly errors: number;
  readonly warnings: number;
  /** HTML pages in the output. */
  readonly pages: number;
  /** All files of the output together. */
  readonly bytes: number;
  readonly stages: readonly { readonly stage: string; readonly seconds: number }[];
}

interface Outcome {
  /** Of the built site. */
  readonly stamps: readonly FileStamp[];
  readonly diagnostics: readonly Diagnostic[];
  readonly stages: BuildSummary['stages'];
}

/** Counts what was built. */
export function summarise({ model }: SiteContent, { stamps, diagnostics, stages }: Outcome): BuildSummary {
  const { graph } = model;
  const answers = graph.blocks.map(({ answer }) => answer);
  return {
    techniques: graph.ofKind('technique').length,
    rules: graph.ofKind('rule').length,
    runbooks: graph.ofKind('runbook').length,
    tests: graph.ofKind('test').length,
    otherPages: graph.ofKind('page').length,
    queries: answers.length,
    emptyQueries: answers.filter((answer) => answer.kind === 'rows' && answer.rows.length === 0).length,
    malformedQueries: answers.filter(({ kind }) => kind === 'malformed').length,
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
    pages: stamps.filter(({ path }) => path.endsWith('.html')).length,
    bytes: stamps.reduce((sum, { size }) => sum + size, 0),
    stages,
  };
}
