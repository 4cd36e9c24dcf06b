import { readTechnique, readTests, techniqueIdOf, techniquesInTags } from '../note-facts.ts';
import type { BuiltVault } from '../built-vault.ts';
import type { Report } from '../report.ts';
import type { Graph, GraphNode } from '../site-json.ts';
import type { Expectations } from '../use-case-catalogue.ts';
import type { Note, NoteKind } from '../vault-reader.ts';

/** Asserts the figures that an archive is known by, of the vault as it was read here and of the graph. */
export function checkFigures(report: Report, built: BuiltVault, expected: Expectations): void {
  const kinds = [
    ['technique', expected.techniques],
    ['rule', expected.rules],
    ['runbook', expected.runbooks],
    ['page', expected.pages],
  ] as const;
  const countNotes = (kind: NoteKind): number => notesOf(built, kind).length;
  const countNodes = (kind: string): number => nodesOf(built.graph, kind).length;
  for (const [kind, count] of kinds) {
    report.same(`vault: notes of the kind ${kind}`, countNotes(kind), count);
    report.same(`graph.json: nodes of the kind ${kind}`, countNodes(kind), count);
  }
  report.same('graph.json: atomic tests', countNodes('test'), expected.tests);
  const subTechniques = built.graph.edges.filter(({ kind }) => kind === 'sub-technique-of');
  report.same('graph.json: sub-techniques', subTechniques.length, expected.subTechniques);
  const components = built.graph.edges.filter(({ kind }) => kind === 'technique-component');
  report.same('graph.json: data components of techniques', components.length, expected.components);
  const invalid = built.notes.filter(({ hasInvalidYaml }) => hasInvalidYaml);
  report.same('vault: notes with invalid YAML', invalid.length, expected.notesWithInvalidYaml);
}

/** Asserts that every note is a node of its kind, and that its edges are those that the vault states. */
export function checkGraph(report: Report, built: BuiltVault): void {
  const { graph } = built;
  report.same('graph.json: version', String(graph.version), '1');
  report.none('graph.json: every note has one node, of its kind', misplacedNotes(built));
  report.none('graph.json: no node but for notes has a note’s kind', strayNodes(built));
  const ids = graph.nodes.map(({ id }) => id);
  report.none('graph.json: no id twice', repeated(ids));
  const known = new Set(ids);
  const dangling = graph.edges.filter(({ from, to }) => !known.has(from) || !known.has(to));
  report.none(
    'graph.json: every edge joins two nodes',
    dangling.map(({ kind, from, to }) => `${kind} ${from} to ${to}`),
  );
  report.none('graph.json: rule-technique edges are the tags of the rules', ruleTechniques(built));
  checkEdgeCounts(report, built);
}

function misplacedNotes({ notes, graph }: BuiltVault): readonly string[] {
  return notes.flatMap((note) => {
    const nodes = graph.nodes.filter(({ kind, path }) => path === note.path && kind !== 'test');
    if (nodes.length !== 1) return [`${note.path} has ${nodes.length} nodes`];
    const kind = nodes[0]?.kind;
    return kind === note.kind ? [] : [`${note.path} is ${String(kind)}, not ${note.kind}`];
  });
}

function strayNodes({ notes, graph }: BuiltVault): readonly string[] {
  const paths = new Set(notes.map(({ path }) => path));
  return graph.nodes
    .filter(({ kind }) => /^(?:technique|rule|runbook|page)$/.test(kind))
    .filter(({ path }) => path === undefined || !paths.has(path))
    .map(({ id, kind }) => `${kind} ${id}`);
}

/** Rules and techniques that the tags join and the graph does not, or the other way about. */
function ruleTechniques(built: BuiltVault): readonly string[] {
  const ids = new Set(notesOf(built, 'technique').map(techniqueIdOf));
  const stated = notesOf(built, 'rule').flatMap((note) =>
    techniquesInTags(note)
      .filter((id) => ids.has(id))
      .map((id) => `${note.path} to ${id}`),
  );
  const named = new Map(built.graph.nodes.map((node) => [node.id, nameOfNode(node)]));
  const found = built.graph.edges
    .filter(({ kind }) => kind === 'rule-technique')
    .map(({ from, to }) => `${String(named.get(from))} to ${String(named.get(to))}`);
  return [
    ...missingFrom(found, stated).map((edge) => `missing: ${edge}`),
    ...missingFrom(stated, found).map((edge) => `not stated: ${edge}`),
    ...repeated(found).map((edge) => `twice: ${edge}`),
  ];
}

function nameOfNode({ kind, id, path }: GraphNode): string {
  const technique = /T\d{4}(?:\.\d{3})?/.exec(path ?? '')?.[0];
  return kind === 'technique' ? (technique ?? id) : (path ?? id);
}

function checkEdgeCounts(report: Report, built: BuiltVault): void {
  const techniques = notesOf(built, 'technique').map(readTechnique);
  const total = (count: (facts: (typeof techniques)[number]) => number): number =>
    techniques.reduce((sum, facts) => sum + count(facts), 0);
  const stated = [
    ['technique-tactic', total(({ tactics }) => tactics.length)],
    ['technique-platform', total(({ platforms }) => platforms.length)],
    ['technique-component', total(({ components }) => new Set(components).size)],
    ['sub-technique-of', techniques.filter(({ id }) => id.includes('.')).length],
    ['runbook-test', notesOf(built, 'runbook').flatMap(readTests).length],
  ] as const;
  for (const [kind, count] of stated) {
    const edges = built.graph.edges.filter((edge) => edge.kind === kind);
    report.same(`graph.json: ${kind} edges`, edges.length, count);
  }
}

function notesOf({ notes }: BuiltVault, kind: NoteKind): readonly Note[] {
  return notes.filter((note) => note.kind === kind);
}

function nodesOf(graph: Graph, kind: string): readonly GraphNode[] {
  return graph.nodes.filter((node) => node.kind === kind);
}

function missingFrom(known: readonly string[], wanted: readonly string[]): readonly string[] {
  const set = new Set(known);
  return wanted.filter((item) => !set.has(item));
}

function repeated(items: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(item).size);
}
