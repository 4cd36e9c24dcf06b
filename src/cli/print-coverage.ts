import { nearest, printable, printableJson } from '../diagnostics/index.ts';
import { addressUnder, coverageCsv, coverageJson, findPlatforms, navigatorLayer } from '../graph/index.ts';
import { reportCoverage, reportPlatform, reportSome } from '../graph/index.ts';
import type { CoverageReport } from '../graph/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { answerQuery } from '../query/index.ts';
import type { ExitCode, Printer } from './command.ts';
import type { CoverageWish } from './coverage-wish.ts';
import { coverageTable, percentWords } from './coverage-table.ts';
import { printProblem } from './query-problem.ts';
import { plural } from './report.ts';

/** Prints what a vault covers; 1 when it is less than was wished for, 2 when the search is malformed or no note names the platform. */
export function printCoverage(
  model: VaultModel,
  { search, platform, format, site, least }: CoverageWish,
  printer: Printer,
): ExitCode {
  const counted = reportOn(model, search, printer);
  const report = counted && platform !== undefined ? onPlatform(counted, platform, printer) : counted;
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

/** Undefined when no note names the platform; then this has been said. */
function onPlatform(report: CoverageReport, name: string, terminal: Printer): CoverageReport | undefined {
  const { graph } = report;
  const platform = findPlatforms(graph).named(name);
  if (platform !== undefined) return reportPlatform(report, platform);
  const known = graph.ofKind('platform').map(({ title }) => title);
  const near = nearest(name, known);
  const offer =
    near === undefined ? `the platforms of this vault: ${known.join(', ') || 'none'}` : `did you mean ${near}?`;
  terminal.err(printable(`--platform: no technique and no test names “${name}”; ${offer}`) + '\n');
  return undefined;
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
