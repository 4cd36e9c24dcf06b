import type { TechniqueId } from '../domain/index.ts';
import type { NoteLink, ParsedNote, QueryBlock } from '../parse/index.ts';
import type { Answer } from '../query/index.ts';
import type { VaultPath } from '../source/index.ts';
import type { LinkTarget } from './link-target.ts';
import type { GraphNode, NodeId, NodeKind, NodeOf, NoteNode, TechniqueNode } from './nodes.ts';
import type { Pairing } from './pairing/index.ts';

/** Every kind of edge, as docs/interfaces name them. */
export const edgeKinds = [
  'technique-tactic',
  'technique-platform',
  'technique-component',
  'sub-technique-of',
  'rule-technique',
  'rule-log-source',
  'test-technique',
  'runbook-test',
  'note-tag',
  'note-link',
  'block-result',
] as const;
/** One of {@link edgeKinds}. */
export type EdgeKind = (typeof edgeKinds)[number];

/** A directed edge between two nodes. */
export interface GraphEdge {
  readonly kind: EdgeKind;
  readonly from: NodeId;
  readonly to: NodeId;
  /** Line of the block, for `block-result`. */
  readonly line?: number;
}

/** A query block with its answer. */
export interface ResolvedBlock {
  readonly note: ParsedNote;
  readonly block: QueryBlock;
  readonly answer: Answer;
}

/** The typed graph of a vault: frozen when built, every look-up by index. */
export interface Graph {
  readonly title: string;
  /** Sorted by kind (in the order of the interface document), then by id. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly blocks: readonly ResolvedBlock[];
  node(id: NodeId): GraphNode | undefined;
  /** All nodes of a kind, in the order of {@link nodes}. */
  ofKind<K extends NodeKind>(kind: K): readonly NodeOf<K>[];
  noteAt(path: VaultPath): NoteNode | undefined;
  technique(id: TechniqueId): TechniqueNode | undefined;
  /** Nodes that edges of a kind lead to from a node, each once, in the order of {@link nodes}. */
  targets(id: NodeId, kind: EdgeKind): readonly GraphNode[];
  /** Nodes that edges of a kind come from to a node, each once, in the order of {@link nodes}. */
  sources(id: NodeId, kind: EdgeKind): readonly GraphNode[];
  /** Blocks of a note, in the order of the note. */
  blocksOf(path: VaultPath): readonly ResolvedBlock[];
  /** What a link in a note leads to. Pure look-up; broken links were reported when the graph was built. */
  resolveLink(from: VaultPath, link: Pick<NoteLink, 'syntax' | 'target' | 'anchor'>): LinkTarget;
  /** Which rules and tests belong together, and why. */
  readonly pairing: Pairing;
  /** Attachments that notes embed or link, each once, sorted. */
  readonly attachments: readonly VaultPath[];
}
