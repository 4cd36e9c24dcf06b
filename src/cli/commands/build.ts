import {
  AddressError,
  buildSite,
  RefusedOutputError,
  UnpublishableError,
  UnwrittenSiteError,
} from '../../site/index.ts';
import type { BuildResult, BuildSummary } from '../../site/index.ts';
import { optionText, UsageError } from '../command.ts';
import type { Arguments, Command, ExitCode, Terminal } from '../command.ts';
import { coverageFormats } from '../coverage-wish.ts';
import { keepAnswers } from '../kept-answer.ts';
import type { WholeAnswer } from '../kept-answer.ts';
import { cacheOf, vaultFolder, vaultOptions } from '../open-vault.ts';
import { parseArguments } from '../parse-arguments.ts';
import { countWords, exitCodeOf, lineReader, plural, printDiagnostics } from '../report.ts';
import { blocks, blocksAnswer } from './blocks.ts';
import { coverage, coverageAnswer } from './coverage.ts';

/** What a vault has hundreds of, so that the rest would be buried; `check` and the coverage page list them. */
const COMMON: ReadonlySet<string> = new Set(['query/no-results', 'graph/orphan']);

/** Builds the whole site of a vault. */
export const build: Command = {
  name: 'build',
  summary: 'builds the static site with its search index',
  words: [],
  options: {
    ...vaultOptions,
    out: { type: 'string', value: 'DIR', summary: 'the folder that the site replaces', default: 'dist' },
    site: { type: 'string', value: 'URL', summary: 'the address at which it will be published, for the sitemap' },
    base: {
      type: 'string',
      value: '/sub/',
      summary: 'the path under which it will be published (default: that of --site, else /)',
    },
    relative: { type: 'boolean', summary: 'relative addresses: a folder for any place, opened from a disk too' },
    archive: {
      type: 'string',
      value: 'FILE',
      summary: 'packs a relative site as FILE, a .tar.gz, in place of a folder',
    },
    strict: { type: 'boolean', summary: 'exit with 1 for warnings too' },
  },
  run: async (args, terminal) => {
    const result = await buildOrRefuse(args, terminal);
    if (result instanceof UnpublishableError) return reportUnpublishable(result, terminal);
    if (result instanceof UnwrittenSiteError) {
      terminal.err(`detectionary: ${result.message}\n`);
      return 1;
    }
    const { summary, diagnostics, vault } = result;
    const shown = diagnostics.filter(({ code }) => !COMMON.has(code));
    terminal.err(printDiagnostics(shown, 'pretty', { readLine: lineReader(vault) }));
    terminal.err(`${printSummary(summary)}${countWords(diagnostics)} (detectionary check lists them)\n`);
    terminal.out(`${optionText(args, 'archive') ?? optionText(args, 'out') ?? ''}\n`);
    return exitCodeOf(diagnostics, args.options['strict'] === true);
  },
};

function reportUnpublishable({ vault, diagnostics, message }: UnpublishableError, terminal: Terminal): ExitCode {
  const errors = diagnostics.filter(({ place }) => place.path === 'detectionary.yaml');
  terminal.err(printDiagnostics(errors, 'pretty', { readLine: lineReader(vault) }));
  terminal.err(`detectionary: ${message}\n`);
  return 1;
}

async function buildOrRefuse(
  args: Arguments,
  terminal: Terminal,
): Promise<BuildResult | UnpublishableError | UnwrittenSiteError> {
  const vault = vaultFolder(args);
  const cache = cacheOf(args, vault);
  const [out = 'dist', base, site, archive] = ['out', 'base', 'site', 'archive'].map((name) => optionText(args, name));
  try {
    const isRelative = args.options['relative'] === true;
    return await buildSite({
      vault,
      out,
      base,
      site,
      isRelative,
      archive,
      cache,
      onModel: (model, sources) => keepAnswers({ model, sources, cache }, answersOfBuild()),
      onStage: (stage) => terminal.err(`${stage} …\n`),
    });
  } catch (error) {
    if (error instanceof UnpublishableError || error instanceof UnwrittenSiteError) return error;
    if (error instanceof RefusedOutputError || error instanceof AddressError) throw new UsageError(error.message);
    throw error;
  }
}

/** What other commands answer by default: with all of the vault at hand it costs next to nothing. */
function answersOfBuild(): readonly WholeAnswer[] {
  return [
    blocksAnswer(parseArguments(blocks, [])),
    ...coverageFormats.map((format) => coverageAnswer(parseArguments(coverage, ['--format', format]))),
  ];
}

function printSummary(summary: BuildSummary): string {
  const {
    techniques,
    rules,
    runbooks,
    tests,
    otherPages,
    queries,
    emptyQueries,
    malformedQueries,
    pages,
    bytes,
    stages,
  } = summary;
  const kinds = [
    plural(techniques, 'technique'),
    plural(rules, 'rule'),
    `${plural(runbooks, 'runbook')} with ${plural(tests, 'test')}`,
    plural(otherPages, 'other note'),
  ];
  const resolved = queries - malformedQueries;
  return [
    kinds.join(', '),
    `${resolved.toLocaleString('en')} of ${queries === 1 ? '1 query' : `${queries.toLocaleString('en')} queries`} resolved, ${emptyQueries.toLocaleString('en')} empty`,
    `${plural(pages, 'page')}, ${(bytes / 1e6).toFixed(1)} MB`,
    stages.map(({ stage, seconds }) => `${stage} ${seconds.toFixed(1)} s`).join(', '),
    '',
  ].join('\n');
}
