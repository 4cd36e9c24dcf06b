import type { Nodes } from 'mdast';

/** The text of inline nodes as a reader sees it, without Markdown, embeds, citations, comments and footnote marks. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOfNode).join('');
}

function textOfNode(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return node.value;
    case 'wikiLink':
      return node.embed ? '' : (node.label ?? [node.target, node.anchor].filter(Boolean).join(' > '));
    case 'inlineTag':
      return `#${node.name}`;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return ' ';
    case 'html':
    case 'comment':
    case 'citation':
    case 'footnoteReference':
      return '';
    default:
      return 'children' in node ? plainText(node.children) : '';
  }
}
