import type { TechniqueId } from '../domain/index.ts';
import type { VaultPath } from '../source/index.ts';
import type { EdgeKind, GraphEdge, ResolvedBlock } from './graph.ts';
import type { LinkTarget } from './link-target.ts';
import { componentId, hasLogSource, logSourceId, namedId, nodeId } from './node-ids.ts';
import type { NodeId, NoteNode, TechniqueNode } from './nodes.ts';
import type { NoteNodes } from './note-nodes.ts';
import { pagedTags } from './paged-tags.ts';

/** What edges are drawn from. */
export interface EdgeInput extends NoteNodes {
  readonly blocks: readonly ResolvedBlock[];
  readonly noteAt: (path: VaultPath) => NoteNode | undefined;
  readonly techniqueOf: (id: TechniqueId) => TechniqueNode | undefined;
  /** What every link of a note leads to, in order. */
  readonly linksOf: (node: NoteNode) => readonly LinkTarget[];
}

/** Every edge of the graph, each once; `block-result` once for each block. */
export function makeEdges(input: EdgeInput): readonly GraphEdge[] {
  // A vault has tens of thousands, so they are put into one list as they come.
  const edges: GraphEdge[] = [];
  for (const node of input.notes) addNoteEdges(edges, node, input);
  for (const { id, techniques } of input.tests)
    addEdges(edges, 'test-technique', { from: id, to: nodesOf(techniques, input) });
  for (const block of input.blocks) addBlockEdges(edges, block, input);
  return edges;
}

interface Ends {
  readonly from: NodeId;
  readonly to: readonly NodeId[];
}

/** Adds edges of a kind from one node to others, each once. */
function addEdges(edges: GraphEdge[], kind: EdgeKind, { from, to }: Ends): void {
  for (const other of to.length > 1 ? new Set(to) : to) edges.push({ kind, from, to: other });
}

function addNoteEdges(edges: GraphEdge[], node: NoteNode, input: EdgeInput): void {
  addKindEdges(edges, node, input);
  const tags = pagedTags(node.note).tags.map(({ key }) => nodeId('tag', key));
  addEdges(edges, 'note-tag', { from: node.id, to: tags });
  const linked: NodeId[] = [];
  for (const target of input.linksOf(node))
    if (target.kind === 'note' && target.node.id !== node.id) linked.push(target.node.id);
  addEdges(edges, 'note-link', { from: node.id, to: linked });
}

function addKindEdges(edges: GraphEdge[], node: NoteNode, input: EdgeInput): void {
  const from = node.id;
  switch (node.kind) {
    case 'technique':
      return addTechniqueEdges(edges, node, input);
    case 'rule': {
      const { logSource } = node.sigma;
      addEdges(edges, 'rule-technique', { from, to: nodesOf(node.techniques, input) });
      if (hasLogSource(logSource)) edges.push({ kind: 'rule-log-source', from, to: logSourceId(logSource) });
      return;
    }
    case 'runbook':
      return addEdges(edges, 'runbook-test', { from, to: node.tests });
    case 'page':
  }
}

function addTechniqueEdges(edges: GraphEdge[], node: TechniqueNode, { techniqueOf }: EdgeInput): void {
  const { id: from, parentId, tactics, platforms, components } = node;
  const parent = parentId === undefined ? undefined : techniqueOf(parentId);
  addEdges(edges, 'technique-tactic', { from, to: namedIds('tactic', tactics) });
  addEdges(edges, 'technique-platform', { from, to: namedIds('platform', platforms) });
  addEdges(edges, 'technique-component', { from, to: components.map(componentId) });
  if (parent !== undefined) edges.push({ kind: 'sub-technique-of', from, to: parent.id });
}

function namedIds(kind: 'tactic' | 'platform', names: readonly string[]): readonly NodeId[] {
  return names.map((name) => namedId(kind, name));
}

/** The techniques that have notes; an id without a note is no node. */
function nodesOf(techniques: readonly TechniqueId[], { techniqueOf }: EdgeInput): readonly NodeId[] {
  const found: NodeId[] = [];
  for (const id of techniques) {
    const node = techniqueOf(id);
    if (node !== undefined) found.push(node.id);
  }
  return found;
}

/** The rows of a search are all different, and no two blocks of a note begin in the same line. */
function addBlockEdges(edges: GraphEdge[], { note, block, answer }: ResolvedBlock, { noteAt }: EdgeInput): void {
  const host = noteAt(note.file.path);
  if (host === undefined || answer.kind === 'malformed') return;
  for (const row of answer.rows) {
    const result = noteAt(row.note.file.path);
    if (result !== undefined) edges.push({ kind: 'block-result', from: host.id, to: result.id, line: block.line });
  }
}
