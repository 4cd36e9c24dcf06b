import { printableJson } from '../../diagnostics/index.ts';
import {
  addressUnder,
  coverageCsv,
  coverageJson,
  navigatorLayer,
  reportCoverage,
  reportSome,
} from '../../graph/index.ts';
import type { CoverageReport } from '../../graph/index.ts';
import type { VaultModel } from '../../pipeline/index.ts';
import { answerQuery } from '../../query/index.ts';
import { coverageTable, percentWords } from '../coverage-table.ts';
import { optionText, UsageError } from '../command.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../command.ts';
import { answerFromVault } from '../kept-answer.ts';
import { vaultOptions } from '../open-vault.ts';
import { printProblem } from '../query-problem.ts';
import { plural } from '../report.ts';

const formats = ['table', 'json', 'csv', 'navigator'] as const;
type Format = (typeof formats)[number];

/** Prints what a vault covers and lacks, and fails under a share of covered techniques. */
export const coverage: Command = {
  name: 'coverage',
  summary: 'prints which techniques have rules and tests, and what is missing',
  words: [],
  options: {
    ...vaultOptions,
    format: {
      type: 'string',
      summary: 'for people, for programs, for spreadsheets, or a layer for the ATT&CK Navigator',
      choices: formats,
      default: 'table',
    },
    'fail-under': {
      type: 'string',
      value: 'N',
      summary: 'exit with 1 when less than N percent of the techniques have a rule and a test of their own',
    },
    where: { type: 'string', value: 'SEARCH', summary: 'count only the techniques whose notes this search finds' },
    site: { type: 'string', value: 'URL', summary: 'where the site stands, so that a layer can link to it' },
  },
  run: (args, terminal) => {
    const least = leastPercent(args);
    const site = siteOf(args);
    return answerFromVault(args, terminal, {
      name: 'coverage',
      answer: (model, recorder) => {
        const report = reportOn(model, optionText(args, 'where'), recorder);
        if (report === undefined) return 2;
        recorder.out(printReport(report, optionText(args, 'format') as Format, site)); // the parser allows no other
        return least === undefined ? 0 : exitCodeUnder(report, least, recorder);
      },
    });
  },
};

function leastPercent(args: Arguments): number | undefined {
  const text = optionText(args, 'fail-under');
  if (text === undefined) return undefined;
  const least = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!(least <= 100)) throw new UsageError(`--fail-under needs a whole number from 0 to 100, not “${text}”`);
  return least;
}

function siteOf(args: Arguments): string | undefined {
  const site = optionText(args, 'site');
  if (site !== undefined && !/^https?:$/.test(URL.parse(site)?.protocol ?? ''))
    throw new UsageError(`--site needs an address such as https://example.org, not “${site}”`);
  return site;
}

/** Undefined when the search cannot be run; then its mistakes have been printed. */
function reportOn(
  { graph, corpus }: VaultModel,
  search: string | undefined,
  terminal: Terminal,
): CoverageReport | undefined {
  if (search === undefined) return reportCoverage(graph);
  const answer = answerQuery(search, corpus);
  for (const problem of answer.kind === 'rows' ? answer.warnings : answer.problems)
    terminal.err(printProblem(search, problem));
  if (answer.kind === 'malformed') return undefined;
  const found = new Set(answer.rows.map(({ note }) => note.file.path));
  return reportSome(graph, ({ path }) => found.has(path));
}

function printReport(report: CoverageReport, format: Format, site: string | undefined): string {
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

function exitCodeUnder({ figures }: CoverageReport, least: number, terminal: Terminal): ExitCode {
  const { percent, both, techniques } = figures;
  const counted = `${both} of ${plural(techniques, 'technique')} have a rule and a test: ${percentWords(percent)}`;
  const isEnough = percent >= least;
  terminal.err(`${counted}, ${isEnough ? 'not' : 'which is'} under ${least} %\n`);
  return isEnough ? 0 : 1;
}
