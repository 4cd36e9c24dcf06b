import type { TagNode } from '../../graph/index.ts';

/** Tags above and below a nested tag: `a/b` is below `a`. Only tags that some note carries. */
export interface TagFamily {
  /** From the outermost inwards. */
  above(tag: TagNode): readonly TagNode[];
  /** All of them, in the order of the tags given. */
  below(tag: TagNode): readonly TagNode[];
}

/** Finds the families of nested tags. */
export function createTagFamily(tags: readonly TagNode[]): TagFamily {
  const byKey = new Map(tags.map((tag) => [tag.key, tag]));
  const above = (tag: TagNode): readonly TagNode[] => keysAbove(tag.key).flatMap((key) => byKey.get(key) ?? []);
  const children = new Map<string, TagNode[]>();
  for (const tag of tags) {
    for (const key of keysAbove(tag.key)) {
      const group = children.get(key) ?? [];
      group.push(tag);
      children.set(key, group);
    }
  }
  return { above, below: (tag) => children.get(tag.key) ?? [] };
}

function keysAbove(key: string): readonly string[] {
  const parts = key.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
