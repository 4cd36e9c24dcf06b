import type { Nodes, Parents, Root } from 'mdast';
import type { Reporter } from '../reporter.ts';

/** Levels of inline nodes in one block. */
const MAX_DEPTH = 100;

/**
 * Makes blocks whose inline nodes nest too deep for what comes after (`*_*_*_…`) plain text, in
 * place, and reports them.
 */
export function flattenDeepBlocks(tree: Root, text: string, reporter: Reporter): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') {
      if ('children' in node) for (const child of node.children) stack.push(child);
      continue;
    }
    if (depthOf(node) <= MAX_DEPTH) continue;
    const { position } = node;
    const span = { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
    const value = text.slice(span.start, span.end);
    node.children = [{ type: 'text', value, ...(position === undefined ? {} : { position }) }];
    reporter.report('parse/too-deep', span, { limit: MAX_DEPTH });
  }
}

/** Levels below a node; stops counting when there are too many. */
function depthOf(node: Parents): number {
  let depth = 0;
  let level: readonly Nodes[] = node.children;
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth += 1;
    level = level.flatMap((child): readonly Nodes[] => ('children' in child ? child.children : []));
  }
  return depth;
}
