import type { TechniqueId } from '../domain/index.ts';
import type { VaultPath } from '../source/index.ts';
import { edgeKinds } from './graph.ts';
import type { EdgeKind, Graph, GraphEdge, ResolvedBlock } from './graph.ts';
import type { LinkTarget } from './link-target.ts';
import type { LinkResolver } from './links.ts';
import type { GraphNode, NodeId, NodeKind, NodeOf, NoteNode, TechniqueNode } from './nodes.ts';
import { pairRulesAndTests } from './pairing/index.ts';
import type { Pairing } from './pairing/index.ts';

/** What a graph is made of. */
export interface GraphParts {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly blocks: readonly ResolvedBlock[];
  readonly attachments: readonly VaultPath[];
  readonly resolveLink: LinkResolver;
  /** What every link of a note leads to, in order. */
  readonly linksOf: (node: NoteNode) => readonly LinkTarget[];
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

/** Freezes the parts into a graph. `nodes` must be sorted. Look-ups of edges and the pairing are built when they are first asked for. */
export function createGraph(parts: GraphParts): Graph {
  const byId = new Map(parts.nodes.map((node) => [node.id, node]));
  const byKind = Map.groupBy(parts.nodes, (node) => node.kind);
  const byPath = new Map(parts.nodes.filter(isNoteNode).map((node) => [node.path, node]));
  const byTechnique = indexTechniques(parts.nodes);
  const blocksByPath = Map.groupBy(parts.blocks, ({ note }) => note.file.path);
  const order = new Map(parts.nodes.map((node, index) => [node.id, index]));
  const outgoing = followEdges(parts.edges, { near: 'from', far: 'to', order, byId });
  const incoming = followEdges(parts.edges, { near: 'to', far: 'from', order, byId });
  const { linksOf, ...given } = parts;
  let pairing: Pairing | undefined;
  return Object.freeze({
    ...given,
    node: (id: NodeId) => byId.get(id),
    // groupBy's value type is the whole union; the key tells which member it is
    ofKind: <K extends NodeKind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly NodeOf<K>[],
    noteAt: (path: VaultPath) => byPath.get(path),
    technique: (id: TechniqueId) => byTechnique.get(id),
    targets: (id: NodeId, kind: EdgeKind) => outgoing(kind, id),
    sources: (id: NodeId, kind: EdgeKind) => incoming(kind, id),
    blocksOf: (path: VaultPath) => blocksByPath.get(path) ?? [],
    get pairing(): Pairing {
      return (pairing ??= pairRulesAndTests({ nodes: parts.nodes, linksOf }));
    },
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

interface Direction {
  readonly near: 'from' | 'to';
  readonly far: 'from' | 'to';
  readonly order: ReadonlyMap<NodeId, number>;
  readonly byId: ReadonlyMap<NodeId, GraphNode>;
}

/** Gives the nodes to which edges of a kind lead in a direction. */
function followEdges(
  edges: readonly GraphEdge[],
  { near, far, order, byId }: Direction,
): (kind: EdgeKind, id: NodeId) => readonly GraphNode[] {
  const indexes = new Map<EdgeKind, ReadonlyMap<NodeId, readonly GraphEdge[]>>();
  const found = new Map<EdgeKind, Map<NodeId, readonly GraphNode[]>>(edgeKinds.map((kind) => [kind, new Map()]));
  const indexOf = (kind: EdgeKind): ReadonlyMap<NodeId, readonly GraphEdge[]> => {
    const index =
      indexes.get(kind) ??
      Map.groupBy(
        edges.filter((edge) => edge.kind === kind),
        (edge) => edge[near],
      );
    indexes.set(kind, index);
    return index;
  };
  const placeOf = (id: NodeId): number => order.get(id) ?? 0;
  return (kind, id) => {
    const known = found.get(kind)?.get(id);
    if (known !== undefined) return known;
    const others = new Set(
      indexOf(kind)
        .get(id)
        ?.map((edge) => edge[far]),
    );
    const nodes = [...others].sort((a, b) => placeOf(a) - placeOf(b)).flatMap((other) => byId.get(other) ?? []);
    found.get(kind)?.set(id, nodes);
    return nodes;
  };
}
