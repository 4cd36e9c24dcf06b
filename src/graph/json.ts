import type { ParsedNote, QueryBlock } from '../parse/index.ts';
import type { QueryProblem } from '../query/index.ts';
import { edgeKinds } from './graph.ts';
import type { Graph, ResolvedBlock } from './graph.ts';
import { pairEdges } from './pairing/index.ts';
import { spanInNote } from './blocks.ts';
import type { GraphNode } from './nodes.ts';
import { createLineIndex } from '../source/index.ts';
import type { LineIndex } from '../source/index.ts';

/** Every kind of edge in the JSON: the graph's own, and the pairs of rules and tests. */
export const jsonEdgeKinds = [...edgeKinds, 'rule-test'] as const;

/** The graph as other programs read it; the shape is public (docs/api.md). */
export function graphJson(graph: Graph): object {
  const pairs = pairEdges(graph.ofKind('rule'), graph.pairing);
  const edges = [...graph.edges, ...pairs.edges];
  const content = { version: 1, nodes: graph.nodes.map(nodeJson), edges };
  return pairs.isShortened ? { ...content, omitted: ['same-technique'] } : content;
}

function nodeJson(node: GraphNode): object {
  const { id, kind, title, url } = node;
  const base = 'path' in node ? { id, kind, title, path: node.path, url } : { id, kind, title, url };
  return { ...base, ...factsJson(node) };
}

function factsJson(node: GraphNode): object {
  switch (node.kind) {
    case 'technique': {
      const { techniqueId, parentId, tactics, platforms, created, modified, version, sourceUrl } = node;
      const { components, defensesBypassed, citations } = node;
      const dates = { created, modified, version, sourceUrl };
      return { techniqueId, parentId, tactics, platforms, ...dates, components, defensesBypassed, citations };
    }
    case 'rule': {
      // the node has an id and a title of its own
      const { id: sigmaId, title: _title, ...sigma } = node.sigma;
      return { sigmaId, ...sigma, techniques: node.techniques, tactics: node.tactics };
    }
    case 'runbook':
      return { techniques: node.techniques, tests: node.tests };
    case 'test':
      return { runbook: node.runbook, techniques: node.techniques, ...node.test };
    case 'tactic':
      return { tacticId: node.tacticId };
    case 'data-component':
      return { source: node.source };
    case 'log-source':
      return { ...node.logSource, components: node.components };
    case 'tag':
      return { tag: node.key };
    case 'platform':
    case 'data-source':
    case 'page':
      return {};
  }
}

/** Every query block with what it returns, or the first mistake that keeps it from being run. */
export function blocksJson(graph: Graph): readonly object[] {
  const linesOf = lineIndexOfEach();
  return graph.blocks.map((resolved) => blockJson(resolved, graph, linesOf));
}

function blockJson({ note, block, answer }: ResolvedBlock, graph: Graph, linesOf: LinesOf): object {
  const about = { path: note.file.path, line: block.line, language: 'query', source: block.source };
  if (answer.kind === 'malformed') return { ...about, error: errorJson(block, answer.problems[0], linesOf(note)) };
  const paths = answer.rows.map((row) => row.note.file.path);
  return { ...about, results: paths.filter((path) => graph.noteAt(path) !== undefined) };
}

/** The line index of a note. */
type LinesOf = (note: ParsedNote) => LineIndex;

/** Blocks come note by note: one index is made for all of a note. */
function lineIndexOfEach(): LinesOf {
  let last: { readonly note: ParsedNote; readonly lines: LineIndex } | undefined;
  return (note) => {
    if (last?.note !== note) last = { note, lines: createLineIndex(note.file.text) };
    return last.lines;
  };
}

function errorJson(block: QueryBlock, problem: QueryProblem | undefined, lines: LineIndex): object {
  if (problem === undefined) return { code: 'query/empty-query', line: block.line, column: 1, message: 'malformed' };
  const { line, column } = lines.position(spanInNote(block, problem.span).start);
  return { code: problem.code, line, column, message: problem.message };
}
