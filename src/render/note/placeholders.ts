import type { ElementContent } from 'hast';
import { isPlaceholder } from './html-tags.ts';
import type { Tag } from './html-tags.ts';

/** The start of a tag, and its end too where nothing but the name stands in it. */
const TAGS = /<\/?[a-z][^\s/>]*(?:\s*\/?>)?/gi;

/**
 * Siblings with all that only looks like HTML made text: a node that is one such tag becomes a
 * text node, and among other HTML the tag is escaped, so that a parser reads it as text.
 */
export function withoutPlaceholders(siblings: readonly ElementContent[]): ElementContent[] {
  const lastEnds = countLastEnds(siblings);
  let count = 0;
  return siblings.map((node) => {
    if (node.type !== 'raw') return node;
    const value = node.value.replace(TAGS, (text) => {
      count += 1;
      const tag = tagOf(text);
      return isPlaceholder(tag, (lastEnds.get(tag.name) ?? 0) > count) ? `&lt;${text.slice(1)}` : text;
    });
    const isText = value !== node.value && !value.includes('<') && !node.value.includes('&');
    return isText ? { type: 'text', value: node.value } : { ...node, value };
  });
}

/** For each name, which of all tags is its last end tag, counted from 1. */
function countLastEnds(siblings: readonly ElementContent[]): ReadonlyMap<string, number> {
  const lastEnds = new Map<string, number>();
  let count = 0;
  for (const node of siblings) {
    for (const [text] of node.type === 'raw' ? node.value.matchAll(TAGS) : []) {
      count += 1;
      const { name, isEnd } = tagOf(text);
      if (isEnd) lastEnds.set(name, count);
    }
  }
  return lastEnds;
}

function tagOf(text: string): Tag {
  const name = text.replace(/^<\/?|\s*\/?>$/g, '').toLowerCase();
  return { name, isEnd: text.startsWith('</'), isBare: text.endsWith('>') };
}
