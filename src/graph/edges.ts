import type { TechniqueId } from '../domain/index.ts';
import type { VaultPath } from '../source/index.ts';
import type { EdgeKind, GraphEdge, ResolvedBlock } from './graph.ts';
import type { LinkTarget } from './link-target.ts';
import { componentId, hasLogSource, logSourceId, namedId, nodeId } from './node-ids.ts';
import type { NodeId, NoteNode, TechniqueNode } from './nodes.ts';
import type { NoteNodes } from './note-nodes.ts';

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
  return [
    ...input.notes.flatMap((node) => noteEdges(node, input)),
    ...input.tests.flatMap(({ id, techniques }) => techniqueEdges('test-technique', id, { techniques, input })),
    ...input.blocks.flatMap((block) => blockEdges(block, input)),
  ];
}

/** Edges of a kind from one node to others, each once. */
function edgesTo(kind: EdgeKind, from: NodeId, others: readonly NodeId[]): readonly GraphEdge[] {
  const each = others.length > 1 ? [...new Set(others)] : others;
  return each.map((to) => ({ kind, from, to }));
}

function noteEdges(node: NoteNode, input: EdgeInput): readonly GraphEdge[] {
  const tags = node.note.tags.map(({ key }) => nodeId('tag', key));
  const linked = input
    .linksOf(node)
    .flatMap((target) => (target.kind === 'note' && target.node.id !== node.id ? target.node.id : []));
  return [...kindEdges(node, input), ...edgesTo('note-tag', node.id, tags), ...edgesTo('note-link', node.id, linked)];
}

function kindEdges(node: NoteNode, input: EdgeInput): readonly GraphEdge[] {
  const { id } = node;
  switch (node.kind) {
    case 'technique':
      return techniqueNodeEdges(node, input);
    case 'rule': {
      const { logSource } = node.sigma;
      const sources = hasLogSource(logSource) ? [logSourceId(logSource)] : [];
      return [
        ...techniqueEdges('rule-technique', id, { techniques: node.techniques, input }),
        ...edgesTo('rule-log-source', id, sources),
      ];
    }
    case 'runbook':
      return edgesTo('runbook-test', id, node.tests);
    case 'page':
      return [];
  }
}

function techniqueNodeEdges(node: TechniqueNode, { techniqueOf }: EdgeInput): readonly GraphEdge[] {
  const { id, parentId, tactics, platforms, components } = node;
  const parent = parentId === undefined ? undefined : techniqueOf(parentId);
  return [
    ...edgesTo('technique-tactic', id, namedIds('tactic', tactics)),
    ...edgesTo('technique-platform', id, namedIds('platform', platforms)),
    ...edgesTo('technique-component', id, components.map(componentId)),
    ...edgesTo('sub-technique-of', id, parent === undefined ? [] : [parent.id]),
  ];
}

function namedIds(kind: 'tactic' | 'platform', names: readonly string[]): readonly NodeId[] {
  return names.map((name) => namedId(kind, name));
}

interface TechniquesOf {
  readonly techniques: readonly TechniqueId[];
  readonly input: EdgeInput;
}

/** Edges to the techniques that have notes; an id without a note is no node. */
function techniqueEdges(
  kind: 'rule-technique' | 'test-technique',
  from: NodeId,
  { techniques, input }: TechniquesOf,
): readonly GraphEdge[] {
  return edgesTo(
    kind,
    from,
    techniques.flatMap((id) => input.techniqueOf(id)?.id ?? []),
  );
}

/** The rows of a search are all different, and no two blocks of a note begin in the same line. */
function blockEdges({ note, block, answer }: ResolvedBlock, { noteAt }: EdgeInput): readonly GraphEdge[] {
  const host = noteAt(note.file.path);
  if (host === undefined || answer.kind === 'malformed') return [];
  return answer.rows.flatMap((row) => {
    const result = noteAt(row.note.file.path);
    return result === undefined ? [] : [{ kind: 'block-result', from: host.id, to: result.id, line: block.line }];
  });
}
