import type { Nodes, Root } from 'mdast';

/** Deeper Markdown than anybody writes; the libraries that read a tree call themselves for each level. */
const DEEPEST = 100;

/**
 * The tree itself, or, when it nests deeper than is safe to walk, a copy in which what lies too
 * deep is the text that it was made from.
 */
export function limitDepth(tree: Root, source: string): Root {
  return isDeeper(tree) ? (cut(tree, source, 0) as Root) : tree; // the root is never too deep
}

function isDeeper(tree: Root): boolean {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

function cut(node: Nodes, source: string, depth: number): Nodes {
  if (!('children' in node)) return node;
  if (depth < DEEPEST)
    return { ...node, children: node.children.map((child) => cut(child, source, depth + 1)) } as Nodes; // same types as before
  const text = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  return { type: 'text', value: text };
}
