import type { Heading, Nodes, Paragraph, Parents, Text } from 'mdast';

const MARK = /(^|\s)\^([A-Za-z0-9-]+)[ \t]*$/;

/**
 * Takes the `^id` marks off the ends of a parent's paragraphs and headings and gives each to the
 * block that it names as `data.blockId`: the list item whose first paragraph it ends, the block
 * before it when it stands alone, else its own block.
 */
export function takeBlockIds(parent: Parents): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const node = parent.children[index];
    if (node?.type !== 'paragraph' && node?.type !== 'heading') continue;
    const tail = node.children.at(-1);
    const match = tail?.type === 'text' ? MARK.exec(tail.value) : undefined;
    if (tail?.type !== 'text' || match?.[2] === undefined) continue;
    const id = match[2].toLowerCase();
    const isAlone = node.children.length === 1 && match.index === 0;
    if (!isAlone) {
      cut(node, tail, match.index);
      name(parent.type === 'listItem' && index === 0 ? parent : node, id);
      continue;
    }
    const previous = parent.children[index - 1];
    if (previous === undefined || previous.type === 'yaml' || node.type === 'heading') continue;
    name(previous, id);
    parent.children.splice(index, 1);
    index -= 1;
  }
}

function cut(node: Paragraph | Heading, tail: Text, length: number): void {
  tail.value = tail.value.slice(0, length);
  if (tail.value === '' && node.children.length > 1) node.children.pop();
}

function name(node: Nodes, id: string): void {
  node.data = { ...node.data, blockId: id };
}
