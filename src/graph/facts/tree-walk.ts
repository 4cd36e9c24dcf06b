import type { Nodes } from 'mdast';

/** A node and all below it, in the order of the note. Does not recurse, so that no nesting is too deep. */
export function* nodesOf(...roots: readonly Nodes[]): Generator<Nodes> {
  const stack: Nodes[] = roots.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if ('children' in node) pushReversed(stack, node.children);
    if (node.type === 'callout') pushReversed(stack, node.title);
  }
}

function pushReversed(stack: Nodes[], nodes: readonly Nodes[]): void {
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at];
    if (node !== undefined) stack.push(node);
  }
}
