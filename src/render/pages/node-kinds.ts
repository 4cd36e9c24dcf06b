import type { GraphNode, NoteNode } from '../../graph/index.ts';

export { onlyKind } from '../../graph/index.ts';

/** Those of some nodes that are notes with a page of their own, in their order. */
export function onlyNotes(nodes: readonly GraphNode[]): readonly NoteNode[] {
  return nodes.filter(isNote);
}

function isNote(node: GraphNode): node is NoteNode {
  return node.kind === 'technique' || node.kind === 'rule' || node.kind === 'runbook' || node.kind === 'page';
}
