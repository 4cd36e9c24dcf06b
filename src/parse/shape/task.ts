import type { ListItem } from 'mdast';

const OPEN_MARK = /^\[([^\]\n])\][ \t]+(?=\S|$)/u;
const WRITTEN_MARK = /^(?:[-*+]|\d{1,9}[.)])\s+\[([^\]\n])\]/u;

/**
 * Sets `data.task` of an item that is a task. GFM knows `[ ]` and `[x]`; any other character marks
 * a task as done in Obsidian, so its mark is taken off the text here and `checked` set.
 */
export function markTask(item: ListItem, source: string): void {
  if (typeof item.checked === 'boolean') {
    const start = item.position?.start.offset ?? 0;
    const written = WRITTEN_MARK.exec(source.slice(start, start + 64))?.[1];
    item.data = { ...item.data, task: written ?? (item.checked ? 'x' : ' ') };
    return;
  }
  const [head] = item.children;
  const [first] = head?.type === 'paragraph' ? head.children : [];
  if (head?.type !== 'paragraph' || first?.type !== 'text') return;
  const match = OPEN_MARK.exec(first.value);
  if (match?.[1] === undefined) return;
  item.checked = true;
  item.data = { ...item.data, task: match[1] };
  const skip = match[0].length;
  first.value = first.value.slice(skip);
  if (first.value === '') head.children.shift();
  const { line, column, offset = 0 } = first.position?.start ?? { line: 1, column: 1 };
  const start = { line, column: column + skip, offset: offset + skip };
  if (first.position !== undefined) first.position = { ...first.position, start };
  if (head.position !== undefined) head.position = { ...head.position, start };
}
