import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { checkAddresses } from './checks/addresses.ts';
import { checkBadInput } from './checks/bad-input.ts';
import { checkBlockFigures, checkBlocks } from './checks/blocks.ts';
import { checkBrowser } from './checks/browser.ts';
import { checkBudgets } from './checks/budgets.ts';
import { checkCommands } from './checks/commands.ts';
import { checkCoverage } from './checks/coverage.ts';
import { checkDeterminism } from './checks/determinism.ts';
import { checkFacts } from './checks/facts.ts';
import { checkFailedBuild } from './checks/failed-build.ts';
import { checkFigures, checkGraph } from './checks/graph.ts';
import { checkKnowledge } from './checks/knowledge.ts';
import { checkAttackLinks, checkLinks } from './checks/links.ts';
import { checkPairs } from './checks/pairs.ts';
import { checkRecall } from './checks/recall.ts';
import { readBuiltVault } from './built-vault.ts';
import type { BuiltVault } from './built-vault.ts';
import { detectionary, lastWords } from './commands.ts';
import { createReport } from './report.ts';
import type { Report } from './report.ts';
import { useCaseCatalogue } from './use-case-catalogue.ts';
import type { Expectations } from './use-case-catalogue.ts';
import { readVault } from './vault-reader.ts';

const root = resolve(import.meta.dirname, '../..');

/** The run's folders, all below one that is removed at its end. */
interface Workplace {
  readonly top: string;
  readonly vault: string;
  readonly out: string;
}

process.exitCode = await main(process.argv[2]);

async function main(archive: string | undefined): Promise<number> {
  if (archive === undefined) {
    console.error('acceptance: name the archive of the vault');
    return 2;
  }
  const report = createReport((line) => console.log(line));
  const top = mkdtempSync(join(tmpdir(), 'acceptance-'));
  process.once('exit', () => rmSync(top, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  await run(report, unpack(archive, top), useCaseCatalogue);
  const { passed, failed } = report.totals();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function unpack(archive: string, top: string): Workplace {
  const folder = join(top, 'vault');
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  const entries = readdirSync(folder);
  const [only] = entries;
  const vault = entries.length === 1 && only !== undefined ? join(folder, only) : folder;
  return { top, vault, out: join(top, 'site') };
}

async function run(report: Report, place: Workplace, expected: Expectations): Promise<void> {
  const setting = { root, cache: join(place.top, 'cache') };
  const { vault, out } = place;
  const build = await detectionary(setting, ['build', '--vault', vault, '--out', out]);
  report.none('build: ends well', build.code === 0 ? [] : [lastWords(build)]);

  const notes = readVault(vault);
  await report.attempt('built site', async () => {
    const built = await readBuiltVault(notes, out);
    await checkSite(report, built, expected);
    await report.attempt('commands', () => checkCommands(report, { setting, vault, built, query: expected.query }));
    await report.attempt('browser', () => checkBrowser(report, { setting, built, search: expected.search }));
    await report.attempt('budgets', () => checkBudgets(report, { setting, built }));
    await report.attempt('recall', () => checkRecall(report, { setting, out }));
  });
  await report.attempt('determinism', () => checkAgain(report, place, setting.cache));
  const input = { setting, folder: join(place.top, 'bad-input') };
  mkdirSync(input.folder);
  await report.attempt('bad input', () => checkBadInput(report, input));
  await report.attempt('failed build', () => checkFailedBuild(report, input));
}

async function checkSite(report: Report, built: BuiltVault, expected: Expectations): Promise<void> {
  const groups = {
    figures: () => checkFigures(report, built, expected),
    graph: () => checkGraph(report, built),
    addresses: () => checkAddresses(report, built),
    'block figures': () => checkBlockFigures(report, built, expected),
    blocks: () => checkBlocks(report, built),
    links: () => checkLinks(report, built),
    'links to ATT&CK': () => checkAttackLinks(report, built),
    facts: () => checkFacts(report, built),
    coverage: () => checkCoverage(report, built),
    pairs: () => checkPairs(report, built, expected),
    knowledge: () => checkKnowledge(report, built, expected),
  };
  for (const [name, group] of Object.entries(groups)) await report.attempt(name, group);
}

function checkAgain(report: Report, { top, vault, out }: Workplace, cache: string): Promise<void> {
  return checkDeterminism(report, {
    first: { root, cache },
    second: { root, cache: join(top, 'second-cache') },
    vault,
    out,
    secondOut: join(dirname(out), 'second-site'),
  });
}
