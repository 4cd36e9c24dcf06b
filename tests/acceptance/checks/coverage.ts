import type { BuiltVault } from '../built-vault.ts';
import { readTests, techniqueIdOf, techniquesInTags } from '../note-facts.ts';
import type { Report } from '../report.ts';
import { readSiteJson, toArray, toRecord } from '../site-json.ts';
import type { Note } from '../vault-reader.ts';

interface Covered {
  readonly id: string;
  readonly rules: readonly string[];
  readonly tests: readonly string[];
}

/** Asserts that coverage.json gives each technique the rules and tests whose notes carry its tag. */
export function checkCoverage(report: Report, built: BuiltVault): void {
  const coverage = toRecord(readSiteJson(built.out, 'api/coverage.json'));
  report.same('coverage.json: version', String(coverage['version']), '1');
  const found = toArray(coverage['techniques']).map(toCovered);
  const expected = coverageOf(built.notes);
  report.same(
    'coverage.json: every technique, in the order of the ids',
    found.map(({ id }) => id).join(' '),
    [...expected.keys()].sort().join(' '),
  );
  const paths = new Map(built.graph.nodes.map(({ id, path }) => [id, path ?? id]));
  report.none(
    'coverage.json: every technique has exactly its rules',
    found
      .filter(({ id, rules }) => {
        const named = rules.map((rule) => paths.get(rule)).sort();
        return named.join('\n') !== expected.get(id)?.rules.toSorted().join('\n');
      })
      .map(({ id, rules }) => `${id} has ${rules.length} rules`),
  );
  report.none(
    'coverage.json: every technique has all its tests',
    found
      .filter(({ id, tests }) => tests.length !== expected.get(id)?.tests.length)
      .map(({ id, tests }) => `${id} has ${tests.length} tests`),
  );
}

function toCovered(value: unknown): Covered {
  const record = toRecord(value);
  return {
    id: String(record['id']),
    rules: toArray(record['rules']).map(String),
    tests: toArray(record['tests']).map(String),
  };
}

/** By technique: the paths of its rules, and the guids of its tests. */
function coverageOf(notes: readonly Note[]): ReadonlyMap<string, Covered> {
  const techniques = notes.filter(({ kind }) => kind === 'technique').map(techniqueIdOf);
  const byTechnique = (kind: Note['kind']): ReadonlyMap<string, readonly Note[]> =>
    groupBy(
      notes.filter((note) => note.kind === kind),
      techniquesInTags,
    );
  const rules = byTechnique('rule');
  const runbooks = byTechnique('runbook');
  const covered = techniques.map((id) => ({
    id,
    rules: (rules.get(id) ?? []).map(({ path }) => path),
    tests: (runbooks.get(id) ?? []).flatMap(readTests).map(({ guid }) => guid),
  }));
  return new Map(covered.map((technique) => [technique.id, technique]));
}

function groupBy(
  notes: readonly Note[],
  keysOf: (note: Note) => readonly string[],
): ReadonlyMap<string, readonly Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    for (const key of new Set(keysOf(note))) {
      const group = groups.get(key) ?? [];
      group.push(note);
      groups.set(key, group);
    }
  }
  return groups;
}
