import { optionText, UsageError } from '../command.ts';
import type { Arguments, Command } from '../command.ts';
import { coverageFormats } from '../coverage-wish.ts';
import type { CoverageWish } from '../coverage-wish.ts';
import { answerFromVault } from '../kept-answer.ts';
import type { WholeAnswer } from '../kept-answer.ts';
import { vaultOptions } from '../open-vault.ts';

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
      choices: coverageFormats,
      default: 'table',
    },
    'fail-under': {
      type: 'string',
      value: 'N',
      summary: 'exit with 1 when less than N percent of the techniques have a rule and a test of their own',
    },
    where: { type: 'string', value: 'SEARCH', summary: 'count only the techniques whose notes this search finds' },
    platform: { type: 'string', value: 'NAME', summary: 'count only what is on this platform, such as macOS' },
    site: { type: 'string', value: 'URL', summary: 'where the site stands, so that a layer can link to it' },
  },
  run: (args, terminal) => answerFromVault(coverageAnswer(args), terminal),
};

/** What {@link coverage} makes of a vault. Throws {@link UsageError} where the arguments do not fit. */
export function coverageAnswer(args: Arguments): WholeAnswer {
  const wish: CoverageWish = {
    search: optionText(args, 'where'),
    platform: optionText(args, 'platform'),
    format: optionText(args, 'format') as CoverageWish['format'], // the parser allows no other
    site: siteOf(args),
    least: leastPercent(args),
  };
  return {
    name: 'coverage',
    args,
    answer: async (model, printer) => {
      const { printCoverage } = await import('../print-coverage.ts'); // not needed where the answer is kept
      return printCoverage(model, wish, printer);
    },
  };
}

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
