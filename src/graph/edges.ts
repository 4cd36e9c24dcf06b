import type { TechniqueId } from '../domain/index.ts';
import type { VaultPath } from '../source/index.ts';
import type { GraphEdge, ResolvedBlock } from './graph.ts';
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
  const edges = [
    ...input.notes.flatMap((node) => noteEdges(node, input)),
    ...input.tests.flatMap(({ id, techniques }) => techniqueEdges('test-technique', id, { techniques, input })),
    ...input.blocks.flatMap((block) => blockEdges(block, input)),
  ];
  const unique = new Map(edges.map((edge) => [`${edge.kind} ${edge.from} ${edge.to} ${edge.line ?? ''}`, edge]));
  return [...unique.values()];
}

function noteEdges(node: NoteNode, input: EdgeInput): readonly GraphEdge[] {
  const tags = node.note.tags.map(({ key }): GraphEdge => ({
    kind: 'note-tag',
    from: node.id,
    to: nodeId('tag', key),
  }));
  const links = input.linksOf(node).flatMap((target): readonly GraphEdge[] => {
    const leadsOn = target.kind === 'note' && target.node.id !== node.id;
    return leadsOn ? [{ kind: 'note-link', from: node.id, to: target.node.id }] : [];
  });
  return [...kindEdges(node, input), ...tags, ...links];
}

function kindEdges(node: NoteNode, input: EdgeInput): readonly GraphEdge[] {
  const { id } = node;
  switch (node.kind) {
    case 'technique':
      return techniqueNodeEdges(node, input);
    case 'rule': {
      const { logSource } = node.sigma;
      const source: readonly GraphEdge[] = hasLogSource(logSource)
        ? [{ kind: 'rule-log-source', from: id, to: logSourceId(logSource) }]
        : [];
      return [...techniqueEdges('rule-technique', id, { techniques: node.techniques, input }), ...source];
    }
    case 'runbook':
      return node.tests.map((test) => ({ kind: 'runbook-test', from: id, to: test }));
    case 'page':
      return [];
  }
}

function techniqueNodeEdges(node: TechniqueNode, { techniqueOf }: EdgeInput): readonly GraphEdge[] {
  const from = node.id;
  const parent = node.parentId === undefined ? undefined : techniqueOf(node.parentId);
  return [
    ...node.tactics.map((name): GraphEdge => ({ kind: 'technique-tactic', from, to: namedId('tactic', name) })),
    ...node.platforms.map((name): GraphEdge => ({ kind: 'technique-platform', from, to: namedId('platform', name) })),
    ...node.components.map((ref): GraphEdge => ({ kind: 'technique-component', from, to: componentId(ref) })),
    ...(parent === undefined ? [] : [{ kind: 'sub-technique-of', from, to: parent.id } satisfies GraphEdge]),
  ];
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
  return techniques.flatMap((id) => {
    const technique = input.techniqueOf(id);
    return technique === undefined ? [] : [{ kind, from, to: technique.id }];
  });
}

function blockEdges({ note, block, answer }: ResolvedBlock, { noteAt }: EdgeInput): readonly GraphEdge[] {
  const host = noteAt(note.file.path);
  if (host === undefined || answer.kind === 'malformed') return [];
  return answer.rows.flatMap((row) => {
    const result = noteAt(row.note.file.path);
    return result === undefined ? [] : [{ kind: 'block-result', from: host.id, to: result.id, line: block.line }];
  });
}
