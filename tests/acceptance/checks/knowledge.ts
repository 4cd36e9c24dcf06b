import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltVault } from '../built-vault.ts';
import { readSigma } from '../note-facts.ts';
import type { Report } from '../report.ts';
import { readSiteJson, toArray, toDiagnostic, toRecord } from '../site-json.ts';
import type { Diagnostic } from '../site-json.ts';
import type { Expectations } from '../use-case-catalogue.ts';

/** Asserts what is said of log sources, citations, retired techniques and Sigma's specification. */
export function checkKnowledge(report: Report, built: BuiltVault, expected: Expectations): void {
  const diagnostics = readDiagnostics(built.out);
  checkLogSources(report, built, expected);
  checkCitations(report, built, { diagnostics, expected });
  const retired = diagnostics.filter(({ code }) => code === 'graph/retired-technique');
  report.same('diagnostics: retired techniques', retired.map(({ path }) => path).join(), expected.retiredTechnique);
  const ofSigma = diagnostics.filter(({ code }) => code.startsWith('sigma/'));
  report.none(
    'diagnostics: no rule is against Sigma’s specification',
    ofSigma.map(({ path, code, message }) => `${path}: ${code} ${message}`),
  );
}

function readDiagnostics(out: string): readonly Diagnostic[] {
  const value = readSiteJson(out, 'api/diagnostics.json');
  const list = Array.isArray(value) ? value : toRecord(value)['diagnostics'];
  return toArray(list).map(toDiagnostic);
}

/** The triples of the rules' YAML are the log sources, each on a page that says what it gives, or that this is unknown. */
function checkLogSources(report: Report, { notes, graph, pages }: BuiltVault, { logSources }: Expectations): void {
  const rules = notes.filter(({ kind }) => kind === 'rule');
  const triples = new Set(rules.map((note) => `log-source:${tripleOf(readSigma(note).source)}`));
  report.same('vault: log sources of rules', triples.size, logSources);
  const nodes = graph.nodes.filter(({ kind }) => kind === 'log-source');
  report.same(
    'graph.json: log sources',
    nodes
      .map(({ id }) => id)
      .toSorted()
      .join(),
    [...triples].toSorted().join(),
  );
  const silent = nodes.filter(({ url = '' }) => {
    const page = pages.get(url);
    return page === undefined || !/Data components (?:\d|unknown)/.test(page.text);
  });
  report.none(
    'log sources: every page says which data components it gives, or that they are unknown',
    silent.map(({ url }) => String(url)),
  );
}

/** `product/category/service` of a rule, each empty where it is not given. */
function tripleOf(yaml: string): string {
  const block = /^logsource:[^\n]*\n((?:[ \t]+[^\n]*(?:\n|$))+)/m.exec(yaml)?.[1] ?? '';
  const value = (key: string): string =>
    (new RegExp(`^[ \\t]+${key}:[ \\t]*['"]?([^'"#\\n]*)`, 'm').exec(block)?.[1] ?? '').trim();
  return ['product', 'category', 'service'].map((key) => value(key).toLowerCase()).join('/');
}

interface CitationInput {
  readonly diagnostics: readonly Diagnostic[];
  readonly expected: Expectations;
}

/** Every mark outside of code is a name that is marked as unresolved, and one diagnostic counts them all. */
function checkCitations(report: Report, built: BuiltVault, { diagnostics, expected }: CitationInput): void {
  const marks = built.notes.map(({ prose }) => prose.split('(Citation:').length - 1);
  const count = marks.reduce((sum, one) => sum + one, 0);
  report.same('vault: citations outside of code', count, expected.citations);
  const shown = built.notes.map((note) => {
    const url = built.urlOf(note);
    const html = url === undefined ? '' : readFileSync(join(built.out, decodeURI(url), 'index.html'), 'utf8');
    return html.split('class="citation unresolved"').length - 1;
  });
  report.none(
    'citations: every page marks those that its note does not list',
    built.notes.flatMap(({ path }, at) =>
      marks[at] === shown[at] ? [] : [`${path}: ${marks[at]}, shown ${shown[at]}`],
    ),
  );
  const said = diagnostics.filter(({ code }) => code === 'graph/unresolved-citations').map(({ message }) => message);
  report.same(
    'citations: one diagnostic counts them',
    said.map((message) => parseInt(message, 10)).join(),
    String(count),
  );
}
