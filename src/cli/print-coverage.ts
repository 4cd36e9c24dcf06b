import { printableJson } from '../diagnostics/index.ts';
import { addressUnder, coverageCsv, coverageJson, navigatorLayer, reportCoverage, reportSome } from '../graph/index.ts';
import type { CoverageReport } from '../graph/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { answerQuery } from '../query/index.ts';
import type { ExitCode, Printer } from './command.ts';
import type { CoverageWish } from './coverage-wish.ts';
import { coverageTable, percentWords } from './coverage-table.ts';
import { printProblem } from './query-problem.ts';
import { plural } from './report.ts';

/** Prints what a vault covers; 1 when it is less than was wished for, 2 when the search is malformed. */
export function printCoverage(
  model: VaultModel,
  { search, format, site, least }: CoverageWish,
  printer: Printer,
): ExitCode {
  const report = reportOn(model, search, printer);
  if (report === undefined) return 2;
  printer.out(printReport(report, format, site));
  return least === undefined ? 0 : exitCodeUnder(report, least, printer);
}

/** Undefined when the search cannot be run; then its mistakes have been printed. */
function reportOn(
  { graph, corpus }: VaultModel,
  search: string | undefined,
  terminal: Printer,
): CoverageReport | undefined {
  if (search === undefined) return reportCoverage(graph);
  const answer = answerQuery(search, corpus);
  for (const problem of answer.kind === 'rows' ? answer.warnings : answer.problems)
    terminal.err(printProblem(search, problem));
  if (answer.kind === 'malformed') return undefined;
  const found = new Set(answer.rows.map(({ note }) => note.file.path));
  return reportSome(graph, ({ path }) => found.has(path));
}

function printReport(report: CoverageReport, format: CoverageWish['format'], site: string | undefined): string {
  switch (format) {
    case 'table':
      return coverageTable(report);
    case 'json':
      return `${printableJson(coverageJson(report))}\n`;
    case 'csv':
      return coverageCsv(report);
    case 'navigator': {
      const addressOf = site === undefined ? undefined : addressUnder(site);
      return `${printableJson(navigatorLayer(report, 'coverage', { addressOf }))}\n`;
    }
  }
}

function exitCodeUnder({ figures }: CoverageReport, least: number, terminal: Printer): ExitCode {
  const { percent, both, techniques } = figures;
  const counted = `${both} of ${plural(techniques, 'technique')} have a rule and a test: ${percentWords(percent)}`;
  const isEnough = percent >= least;
  terminal.err(`${counted}, ${isEnough ? 'not' : 'which is'} under ${least} %\n`);
  return isEnough ? 0 : 1;
}
