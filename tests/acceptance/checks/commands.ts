import { detectionary, lastWords } from '../commands.ts';
import type { Outcome, Setting } from '../commands.ts';
import type { BuiltVault } from '../built-vault.ts';
import type { Report } from '../report.ts';
import { parseLines, readSiteJson, toArray, toDiagnostic, toRecord } from '../site-json.ts';
import { searchTags } from '../tag-search.ts';

/** A vault, and the site that was built of it. */
export interface CommandInput {
  readonly setting: Setting;
  readonly vault: string;
  readonly built: BuiltVault;
  /** A search for tags to ask on the command line. */
  readonly query: string;
}

/** Asserts that the commands say of the vault what its site's JSON says. */
export async function checkCommands(report: Report, input: CommandInput): Promise<void> {
  await checkBlocksCommand(report, input);
  await checkGraphCommand(report, input);
  await checkCheckCommand(report, input);
  await checkQueryCommand(report, input);
  await checkQueryStream(report, input);
  await checkWrongUsage(report, input);
}

async function checkBlocksCommand(report: Report, input: CommandInput): Promise<void> {
  const outcome = await run(input, ['blocks', '--format', 'json']);
  report.same('blocks --format json: exit code', outcome.code, 0);
  const published = toArray(readSiteJson(input.built.out, 'api/blocks.json'));
  report.none('blocks --format json agrees with blocks.json', [...differences(parseLines(outcome.stdout), published)]);
}

async function checkGraphCommand(report: Report, input: CommandInput): Promise<void> {
  const outcome = await run(input, ['graph', '--format', 'json']);
  report.same('graph --format json: exit code', outcome.code, 0);
  const printed = toRecord(JSON.parse(outcome.stdout));
  const published = toRecord(readSiteJson(input.built.out, 'api/graph.json'));
  report.none('graph --format json agrees with graph.json', [
    ...differences(toArray(printed['nodes']), toArray(published['nodes'])),
    ...differences(toArray(printed['edges']), toArray(published['edges'])),
  ]);
}

async function checkCheckCommand(report: Report, input: CommandInput): Promise<void> {
  const outcome = await run(input, ['check', '--format', 'json']);
  const printed = parseLines(outcome.stdout);
  const found = printed.map(toDiagnostic);
  const hasErrors = found.some(({ severity }) => severity === 'error');
  report.same('check --format json: exit code', outcome.code, hasErrors ? 1 : 0);
  const file = readSiteJson(input.built.out, 'api/diagnostics.json');
  const published = Array.isArray(file) ? toArray(file) : toArray(toRecord(file)['diagnostics']);
  report.none('check --format json agrees with diagnostics.json', [...differences(printed, published)]);
  const named = new Set(found.map(({ path }) => path));
  const unnamed = input.built.notes.filter(({ path, hasInvalidYaml }) => hasInvalidYaml && !named.has(path));
  report.none(
    'check --format json names every note with invalid YAML',
    unnamed.map(({ path }) => path),
  );
}

async function checkQueryCommand(report: Report, input: CommandInput): Promise<void> {
  const outcome = await run(input, ['query', input.query]);
  const expected = searchTags(input.built.notes, input.query).map(({ path }) => path);
  report.same('query: exit code', outcome.code, 0);
  report.none(`query '${input.query}' prints the paths, from A to Z`, [
    ...differences(outcome.stdout.trim().split('\n'), expected),
  ]);
}

/** Asks every embedded search again, all of them in one run. */
async function checkQueryStream(report: Report, input: CommandInput): Promise<void> {
  const { blocks } = input.built;
  const lines = blocks.map(({ source }) => `${JSON.stringify({ query: source })}\n`).join('');
  const outcome = await run(input, ['query', '--stdin'], lines);
  report.same('query --stdin: exit code', outcome.code, 0);
  const answers = parseLines(outcome.stdout);
  const expected = blocks.map(({ source, results }) => ({ query: source, results }));
  report.none('query --stdin answers every block’s search as blocks.json does', [...differences(answers, expected)]);
}

async function checkWrongUsage(report: Report, input: CommandInput): Promise<void> {
  const cases = [
    ['a malformed query', ['query', '(tag:a']],
    ['an unknown option', ['check', '--formt', 'json']],
  ] as const;
  for (const [name, args] of cases) {
    const outcome = await run(input, args);
    report.same(`${name}: exit code`, outcome.code, 2);
    const isClear = outcome.stderr.trim() !== '' && !/^\s+at /m.test(outcome.stderr);
    report.none(`${name}: is said clearly`, isClear ? [] : [lastWords(outcome)]);
  }
}

function run(input: CommandInput, args: readonly string[], stdin = ''): Promise<Outcome> {
  return detectionary(input.setting, [...args, '--vault', input.vault], { input: stdin });
}

/** Where two lists part: as JSON, item by item. */
function differences(found: readonly unknown[], expected: readonly unknown[]): readonly string[] {
  if (found.length !== expected.length) return [`${found.length} instead of ${expected.length}`];
  return expected.flatMap((item, index) => {
    const [a, b] = [JSON.stringify(found[index]), JSON.stringify(item)];
    return a === b ? [] : [`${a.slice(0, 120)} instead of ${b.slice(0, 120)}`];
  });
}
