import type { GraphNode, NodeKind, NodeOf } from './nodes.ts';

/** Those of some nodes that are of a kind, in their order. */
export function onlyKind<K extends NodeKind>(nodes: readonly GraphNode[], kind: K): readonly NodeOf<K>[] {
  return nodes.filter((node): node is NodeOf<K> => node.kind === kind);
}
