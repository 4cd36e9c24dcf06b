import type { BuiltVault } from '../built-vault.ts';
import { readSigma, readTests, techniqueIdOf, techniquesInTags } from '../note-facts.ts';
import type { Report } from '../report.ts';
import { readSiteJson, toArray, toRecord } from '../site-json.ts';
import type { Expectations } from '../use-case-catalogue.ts';
import type { Note } from '../vault-reader.ts';

/** A test of a runbook, by what pairs it with rules. */
interface Test {
  readonly id: string;
  readonly techniques: readonly string[];
}

/** Asserts which rules and tests pair and how strongly, and the figures of coverage, from the notes alone. */
export function checkPairs(report: Report, built: BuiltVault, expected: Expectations): void {
  const rules = built.notes.filter(({ kind }) => kind === 'rule');
  const runbooks = built.notes.filter(({ kind }) => kind === 'runbook');
  const pairs = built.graph.edges.filter(({ kind }) => kind === 'rule-test');
  report.none('pairs: each rule and test pair once', repeated(pairs.map(({ from, to }) => `${from} ${to}`)));
  const tests = runbooks.flatMap(testsOf);
  const paths = new Map(built.graph.nodes.map(({ id, path }) => [path ?? id, id]));
  const idOf = ({ path }: Note): string => paths.get(path) ?? path;
  const shared = sharedPairs(rules, tests, idOf);
  const paired = new Set(pairs.map(({ from, to }) => `${from} ${to}`));
  report.none(
    'pairs: every rule and test of one technique are a pair',
    [...shared].filter((pair) => !paired.has(pair)),
  );
  report.none(
    'pairs: those of the same technique share one',
    pairs
      .filter(({ strength }) => strength === 'same-technique')
      .map(({ from, to }) => `${from} ${to}`)
      .filter((pair) => !shared.has(pair)),
  );
  checkCited(report, { rules, runbooks, idOf, pairs }, expected);
  checkFigures(report, built, expected);
}

interface CitedInput {
  readonly rules: readonly Note[];
  readonly runbooks: readonly Note[];
  readonly idOf: (note: Note) => string;
  readonly pairs: BuiltVault['graph']['edges'];
}

/** The rules with cited tests are those that name an atomic's page whose technique has a runbook. */
function checkCited(report: Report, { rules, runbooks, idOf, pairs }: CitedInput, { citingRules }: Expectations): void {
  const citing = rules.filter((note) => readSigma(note).source.includes('atomic-red-team'));
  report.same('vault: rules that cite an atomic’s address', citing.length, citingRules);
  const known = new Set(runbooks.map(techniqueIdOf));
  const found = new Set(pairs.filter(({ strength }) => strength === 'cited').map(({ from }) => from));
  const wanted = rules.filter((note) => atomicsOf(note).some((id) => known.has(id))).map(idOf);
  report.none(
    'pairs: rules that cite the page of a runbook’s technique have cited tests',
    wanted.filter((id) => !found.has(id)),
  );
  const allowed = new Set(wanted);
  report.none(
    'pairs: no other rule has cited tests',
    [...found].filter((id) => !allowed.has(id)),
  );
}

/** The techniques of the atomics' pages that a rule's YAML names. */
function atomicsOf(note: Note): readonly string[] {
  const pages = /(?:\/atomics|atomicredteam\.io\/[a-z-]+)\/(T\d{4}(?:\.\d{3})?)(?=\/)/g;
  return [...readSigma(note).source.matchAll(pages)].map(([, id = '']) => id);
}

function testsOf(runbook: Note): readonly Test[] {
  const techniques = techniquesInTags(runbook);
  return readTests(runbook).map(({ guid }) => ({ id: `test:${guid}`, techniques }));
}

/** `rule test` for each two that carry one technique. */
function sharedPairs(
  rules: readonly Note[],
  tests: readonly Test[],
  idOf: (note: Note) => string,
): ReadonlySet<string> {
  const carried = rules.map((note) => ({ id: idOf(note), techniques: new Set(techniquesInTags(note)) }));
  return new Set(
    tests.flatMap((test) =>
      carried
        .filter(({ techniques }) => test.techniques.some((technique) => techniques.has(technique)))
        .map(({ id }) => `${id} ${test.id}`),
    ),
  );
}

/** The four kinds of technique and the rules without one, counted over tags and compared with coverage.json. */
function checkFigures(report: Report, { notes, out }: BuiltVault, expected: Expectations): void {
  const coverage = toRecord(readSiteJson(out, 'api/coverage.json'));
  const gaps = toRecord(coverage['gaps']);
  const carried = (kind: Note['kind']): ReadonlySet<string> =>
    new Set(notes.filter((note) => note.kind === kind).flatMap(techniquesInTags));
  const ruled = carried('rule');
  const tested = carried('runbook');
  const techniques = notes.filter(({ kind }) => kind === 'technique').map(techniqueIdOf);
  const lists = {
    rulesWithoutTests: techniques.filter((id) => ruled.has(id) && !tested.has(id)),
    testsWithoutRules: techniques.filter((id) => !ruled.has(id) && tested.has(id)),
    neither: techniques.filter((id) => !ruled.has(id) && !tested.has(id)),
  };
  for (const [name, ids] of Object.entries(lists)) {
    report.same(
      `coverage.json: ${name}`,
      toArray(gaps[name]).map(String).toSorted().join(),
      ids
        .map((id) => `technique:${id}`)
        .toSorted()
        .join(),
    );
  }
  const both = techniques.filter((id) => ruled.has(id) && tested.has(id)).length;
  report.same('coverage: rules and tests', both, expected.coverage.both);
  report.same('coverage: rules alone', lists.rulesWithoutTests.length, expected.coverage.rules);
  report.same('coverage: tests alone', lists.testsWithoutRules.length, expected.coverage.tests);
  report.same('coverage: neither', lists.neither.length, expected.coverage.neither);
  const without = notes.filter((note) => note.kind === 'rule' && techniquesInTags(note).length === 0);
  report.same('vault: rules without a technique', without.length, expected.coverage.rulesWithoutTechnique);
  report.same(
    'coverage.json: rules without a technique',
    toArray(gaps['rulesWithoutTechnique']).length,
    without.length,
  );
}

function repeated(values: readonly string[]): readonly string[] {
  const counts = Map.groupBy(values, (value) => value);
  return [...counts].filter(([, same]) => same.length > 1).map(([value]) => value);
}
