import type { ElementContent } from 'hast';

/** The text of a node and of all below it, without what comments and raw markup hold and without the numbers of footnotes. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || 'dataFootnoteRef' in node.properties) return '';
  return node.children.map(textOf).join('');
}
