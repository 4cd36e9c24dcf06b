import type { ElementContent } from 'hast';

/** The text of a node and of all below it, without what comments and raw markup hold. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
