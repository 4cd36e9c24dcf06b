import type { TechniqueId } from '../../domain/index.ts';
import { findPlatforms } from '../../graph/index.ts';
import type { Graph, GraphNode, NoteNode, Platforms, TechniqueNode } from '../../graph/index.ts';
import { derive, visibleText } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import { facets } from '../page.ts';
import type { Facet, SearchRecord } from '../page.ts';
import { identifiersIn } from './identifiers.ts';
import { onlyKind } from './node-kinds.ts';
import { compareNatural } from './order.ts';

/** More aliases than this would weigh more than they help. */
const MOST_ALIASES = 150;

/**
 * What the search index learns of a note's page: a value of every facet that it falls under, and
 * its ids and identifiers in the spellings that people type. A rule and a runbook stand under
 * the tactics and data sources of their techniques too. Values and aliases are sorted.
 * Pass `platforms` where many records are made.
 */
export function searchRecord(node: NoteNode, graph: Graph, platforms = findPlatforms(graph)): SearchRecord {
  const techniques = techniquesOf(node, graph);
  const valuesOf: Record<Facet, readonly string[]> = {
    kind: [node.kind],
    tactic: [...(node.kind === 'rule' ? node.tactics : []), ...techniques.flatMap(({ tactics }) => tactics)],
    platform: platformsOf(node, graph, platforms),
    'data-source': techniques.flatMap((technique) => dataSourcesOf(technique, graph)),
    'log-source': titles(graph.targets(node.id, 'rule-log-source')),
    level: node.kind === 'rule' ? [node.sigma.level ?? ''] : [],
    status: node.kind === 'rule' ? [node.sigma.status ?? ''] : [],
    tag: titles(graph.targets(node.id, 'note-tag')),
  };
  const filters: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of facets) {
    const values = sortedSet(valuesOf[facet]);
    if (values.length > 0) filters[facet] = values;
  }
  return { filters, aliases: aliasesOf(node, graph) };
}

function techniquesOf(node: NoteNode, graph: Graph): readonly TechniqueNode[] {
  if (node.kind === 'technique') return [node];
  if (node.kind === 'page') return [];
  return node.techniques.flatMap((id) => graph.technique(id) ?? []);
}

function dataSourcesOf(technique: TechniqueNode, graph: Graph): readonly string[] {
  const components = onlyKind(graph.targets(technique.id, 'technique-component'), 'data-component');
  return components.flatMap(({ source }) => graph.node(source)?.title ?? []);
}

/** A technique's platforms, those that a runbook's tests run on, or those whose logs a rule reads. */
function platformsOf(node: NoteNode, graph: Graph, platforms: Platforms): readonly string[] {
  switch (node.kind) {
    case 'technique':
      return titles(graph.targets(node.id, 'technique-platform'));
    case 'rule':
      return titles(platforms.ofRule(node) ?? []);
    case 'runbook':
      return titles(
        onlyKind(graph.targets(node.id, 'runbook-test'), 'test').flatMap((test) => platforms.ofTest(test) ?? []),
      );
    case 'page':
      return [];
  }
}

function aliasesOf(node: NoteNode, graph: Graph): readonly string[] {
  const { note } = node;
  const first = [
    ...idAliases(node, graph),
    ...identifiersIn(note.name, MOST_ALIASES),
    ...(/\s/.test(note.name) ? [] : [note.name]),
  ];
  const words = new Map<string, string>(); // by lower case, as the index does not tell case apart
  const inText = derive(note, 'identifiers', () => identifiersIn(bodyOf(note), MOST_ALIASES));
  for (const word of [...first, ...inText]) {
    if (words.size >= MOST_ALIASES) break;
    const key = word.toLowerCase();
    if (!words.has(key)) words.set(key, word);
  }
  return [...words.values()].sort();
}

/** A note's text without its properties and what is never published. */
function bodyOf(note: ParsedNote): string {
  return visibleText(note).slice(note.frontmatter.span?.end ?? 0);
}

function idAliases(node: NoteNode, graph: Graph): readonly string[] {
  switch (node.kind) {
    case 'technique':
      return node.techniqueId === undefined ? [] : spellings(node.techniqueId);
    case 'rule':
      return [...(node.sigma.idText === undefined ? [] : [node.sigma.idText]), ...node.techniques.flatMap(spellings)];
    case 'runbook': {
      const tests = onlyKind(graph.targets(node.id, 'runbook-test'), 'test');
      return [...node.techniques.flatMap(spellings), ...tests.flatMap(({ guid }) => guid ?? [])];
    }
    case 'page':
      return [];
  }
}

/** Every way in which people write a technique's id, and its parent's, so that a family is found together. */
function spellings(id: TechniqueId): readonly string[] {
  const [parent = id, sub] = id.split('.');
  const bare = id.slice(1);
  return sub === undefined ? [id, bare] : [id, `${parent}_${sub}`, `${parent}/${sub}`, bare, parent];
}

function titles(nodes: readonly GraphNode[]): readonly string[] {
  return nodes.map(({ title }) => title);
}

function sortedSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '').sort(compareNatural);
}
