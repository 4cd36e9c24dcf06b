import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltVault } from '../built-vault.ts';
import { readSigma, readTests, techniqueIdOf } from '../note-facts.ts';
import type { Report } from '../report.ts';
import type { Note } from '../vault-reader.ts';

/** Asserts that every note has a page of its own, at the address that its kind and id give it. */
export function checkAddresses(report: Report, built: BuiltVault): void {
  const { notes, urlOf, pageOf } = built;
  report.none(
    'pages: every note has its page',
    notes.filter((note) => pageOf(note) === undefined).map(({ path }) => path),
  );
  report.none('pages: no address for two notes', sharedAddresses(built));
  report.none(
    'pages: techniques, rules and runbooks stand at the addresses of their ids',
    notes.flatMap((note) => {
      const expected = addressOf(note);
      const url = urlOf(note);
      return expected === undefined || url === expected ? [] : [`${note.path}: ${String(url)}`];
    }),
  );
  report.none('pages: every atomic test is a section on its runbook’s page', lostTests(built));
  report.none('pages: every test’s node names its section or nothing', strayTests(built));
  report.none('pages: every rule’s Sigma YAML stands beside its page', lostYaml(built));
}

function addressOf(note: Note): string | undefined {
  switch (note.kind) {
    case 'technique':
      return `/techniques/${techniqueIdOf(note)}/`;
    case 'rule':
      return `/rules/${readSigma(note).id}/`;
    case 'runbook':
      return `/tests/${techniqueIdOf(note)}/`;
    case 'page':
      return undefined;
  }
}

function sharedAddresses({ notes, urlOf }: BuiltVault): readonly string[] {
  const owners = new Map<string, string>();
  return notes.flatMap((note) => {
    const url = urlOf(note);
    if (url === undefined) return [];
    const owner = owners.get(url);
    owners.set(url, note.path);
    return owner === undefined ? [] : [`${url}: ${owner} and ${note.path}`];
  });
}

function lostTests({ notes, pageOf }: BuiltVault): readonly string[] {
  return runbooks(notes).flatMap((note) => {
    const ids = pageOf(note)?.ids;
    return readTests(note)
      .filter(({ guid }) => ids?.has(guid) !== true)
      .map(({ guid }) => `${note.path}: ${guid}`);
  });
}

function strayTests({ notes, graph, urlOf }: BuiltVault): readonly string[] {
  const sections = new Set(
    runbooks(notes).flatMap((note) => readTests(note).map(({ guid }) => `${String(urlOf(note))}#${guid}`)),
  );
  return graph.nodes
    .filter(({ kind, url }) => kind === 'test' && url !== undefined && !sections.has(url))
    .map(({ id, url }) => `${id}: ${String(url)}`);
}

function lostYaml({ notes, out, urlOf }: BuiltVault): readonly string[] {
  return notes
    .filter(({ kind }) => kind === 'rule')
    .flatMap((note) => {
      const file = `${String(urlOf(note)).replace(/\/$/, '')}.yml`;
      try {
        const published = readFileSync(join(out, file), 'utf8').trim();
        return published === readSigma(note).source.trim() ? [] : [`${file} is not the note’s block`];
      } catch {
        return [`${file} is missing`];
      }
    });
}

function runbooks(notes: readonly Note[]): readonly Note[] {
  return notes.filter(({ kind }) => kind === 'runbook');
}
