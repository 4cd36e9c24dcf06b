import type { Nodes } from 'mdast';
import type { WikiLink } from './nodes.ts';

/** The text of inline nodes as a reader sees it, without Markdown, embeds, citations, comments and footnote marks. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOfNode).join('');
}

function textOfNode(node: Nodes): string {
  if (node.type === 'wikiLink') return wikiLinkText(node);
  if (node.type === 'inlineTag') return `#${node.name}`;
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'html' || node.type === 'comment') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? plainText(node.children) : '';
}

function wikiLinkText({ embed, label, target, anchor = '' }: WikiLink): string {
  if (embed) return '';
  return label ?? [target, anchor].filter((part) => part !== '').join(' > ');
}
