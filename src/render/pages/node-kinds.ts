import type { GraphNode, NodeKind, NodeOf, NoteNode } from '../../graph/index.ts';

/** Those of some nodes that are of a kind, in their order. */
export function onlyKind<K extends NodeKind>(nodes: readonly GraphNode[], kind: K): readonly NodeOf<K>[] {
  return nodes.filter((node): node is NodeOf<K> => node.kind === kind);
}

/** Those of some nodes that are notes with a page of their own, in their order. */
export function onlyNotes(nodes: readonly GraphNode[]): readonly NoteNode[] {
  return nodes.filter(isNote);
}

function isNote(node: GraphNode): node is NoteNode {
  return node.kind === 'technique' || node.kind === 'rule' || node.kind === 'runbook' || node.kind === 'page';
}
