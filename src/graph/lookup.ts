import type { TechniqueId } from '../domain/index.ts';
import type { VaultPath } from '../source/index.ts';
import type { EdgeKind, Graph, GraphEdge, ResolvedBlock } from './graph.ts';
import type { LinkResolver } from './links.ts';
import type { GraphNode, NodeId, NodeKind, NodeOf, NoteNode, TechniqueNode } from './nodes.ts';
import { pairRulesAndTests } from './pairing/index.ts';

/** What a graph is made of. */
export interface GraphParts {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly blocks: readonly ResolvedBlock[];
  readonly attachments: readonly VaultPath[];
  readonly resolveLink: LinkResolver;
}

/** Order of kinds in a graph's nodes, as the interface document lists them. */
export const nodeKinds = [
  'technique',
  'tactic',
  'platform',
  'data-source',
  'data-component',
  'rule',
  'log-source',
  'runbook',
  'test',
  'tag',
  'page',
] as const satisfies readonly NodeKind[];

const naturalOrder = new Intl.Collator('en', { numeric: true });

/** Sorts nodes by kind, then naturally by id. */
export function sortNodes(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const rank = new Map<NodeKind, number>(nodeKinds.map((kind, index) => [kind, index]));
  const rankOf = (node: GraphNode): number => rank.get(node.kind) ?? nodeKinds.length;
  return nodes.toSorted((a, b) => rankOf(a) - rankOf(b) || naturalOrder.compare(a.id, b.id) || (a.id < b.id ? -1 : 1));
}

/** Freezes the parts into a graph and builds its look-ups, once. `nodes` must be sorted. */
export function createGraph(parts: GraphParts): Graph {
  const byId = new Map(parts.nodes.map((node) => [node.id, node]));
  const byKind = Map.groupBy(parts.nodes, (node) => node.kind);
  const byPath = new Map(parts.nodes.filter(isNoteNode).map((node) => [node.path, node]));
  const byTechnique = indexTechniques(parts.nodes);
  const blocksByPath = Map.groupBy(parts.blocks, ({ note }) => note.file.path);
  const order = new Map(parts.nodes.map((node, index) => [node.id, index]));
  const outgoing = indexEdges(parts.edges, { near: 'from', far: 'to', order });
  const incoming = indexEdges(parts.edges, { near: 'to', far: 'from', order });
  const follow = (index: EdgeIndex, kind: EdgeKind, id: NodeId): readonly GraphNode[] =>
    (index.get(kind)?.get(id) ?? []).flatMap((other) => byId.get(other) ?? []);
  return Object.freeze({
    ...parts,
    node: (id: NodeId) => byId.get(id),
    // groupBy's value type is the whole union; the key tells which member it is
    ofKind: <K extends NodeKind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly NodeOf<K>[],
    noteAt: (path: VaultPath) => byPath.get(path),
    technique: (id: TechniqueId) => byTechnique.get(id),
    targets: (id: NodeId, kind: EdgeKind) => follow(outgoing, kind, id),
    sources: (id: NodeId, kind: EdgeKind) => follow(incoming, kind, id),
    blocksOf: (path: VaultPath) => blocksByPath.get(path) ?? [],
    pairing: pairRulesAndTests({
      nodes: parts.nodes,
      linksOf: ({ path, note }) => note.links.map((link) => parts.resolveLink(path, link)),
    }),
  });
}

/** True for a node that is a note with a page of its own. */
export function isNoteNode(node: GraphNode): node is NoteNode {
  return node.kind === 'technique' || node.kind === 'rule' || node.kind === 'runbook' || node.kind === 'page';
}

/** Technique nodes by id; where two notes claim one id the first in the graph's order stands for it. */
export function indexTechniques(nodes: readonly GraphNode[]): ReadonlyMap<TechniqueId, TechniqueNode> {
  const index = new Map<TechniqueId, TechniqueNode>();
  for (const node of nodes) {
    if (node.kind !== 'technique' || node.techniqueId === undefined) continue;
    if (!index.has(node.techniqueId)) index.set(node.techniqueId, node);
  }
  return index;
}

type EdgeIndex = ReadonlyMap<EdgeKind, ReadonlyMap<NodeId, readonly NodeId[]>>;

interface Direction {
  readonly near: 'from' | 'to';
  readonly far: 'from' | 'to';
  readonly order: ReadonlyMap<NodeId, number>;
}

function indexEdges(edges: readonly GraphEdge[], { near, far, order }: Direction): EdgeIndex {
  const index = new Map<EdgeKind, Map<NodeId, readonly NodeId[]>>();
  for (const [kind, ofKind] of Map.groupBy(edges, (edge) => edge.kind)) {
    const byNear = new Map<NodeId, readonly NodeId[]>();
    for (const [id, group] of Map.groupBy(ofKind, (edge) => edge[near])) {
      const others = [...new Set(group.map((edge) => edge[far]))];
      byNear.set(
        id,
        others.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      );
    }
    index.set(kind, byNear);
  }
  return index;
}
