import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { limitDepth } from '../../../src/render/note/limit-depth.ts';

const SOURCE = 'a quote in a quote';
const point = (offset: number): { line: number; column: number; offset: number } => ({
  line: 1,
  column: offset + 1,
  offset,
});

/** Quotes within one another around a paragraph. */
function quotes(depth: number): Root {
  let inner: Root['children'][number] = { type: 'paragraph', children: [{ type: 'text', value: 'x' }] };
  for (let level = 0; level < depth; level += 1) {
    inner = { type: 'blockquote', children: [inner], position: { start: point(2), end: point(7) } };
  }
  return { type: 'root', children: [inner] };
}

function depthOf(tree: Root): number {
  let depth = 0;
  let node: Nodes | undefined = tree;
  for (; node !== undefined && 'children' in node; node = node.children[0]) depth += 1;
  return depth;
}

describe('a tree', () => {
  it('that is not deep stays the same', () => {
    const tree = quotes(90);
    expect(limitDepth(tree, SOURCE)).toBe(tree);
  });

  it('that is too deep ends in its source', () => {
    const tree = quotes(5000);
    const cut = limitDepth(tree, SOURCE);
    expect(depthOf(cut)).toBe(100);
    expect(JSON.stringify(cut)).toContain('{"type":"text","value":"quote"}');
    expect(depthOf(tree)).toBe(5002);
  });
});
