import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { SiteContent } from './content.ts';

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
  readonly folder: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly stages: BuildSummary['stages'];
}

/** Counts what was built. */
export function summarise({ model }: SiteContent, { folder, diagnostics, stages }: Outcome): BuildSummary {
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
    ...measure(folder),
    stages,
  };
}

function measure(folder: string): { readonly pages: number; readonly bytes: number } {
  let pages = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    if (entry.name.endsWith('.html')) pages += 1;
    bytes += statSync(path.join(entry.parentPath, entry.name)).size;
  }
  return { pages, bytes };
}
