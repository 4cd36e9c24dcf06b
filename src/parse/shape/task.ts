import type { ListItem } from 'mdast';

const MARK = /^\[([^\]\n])\](?:[ \t]+(?=\S|$)|[ \t]*\n)/u;

/**
 * Makes a list item that begins with `[x]` a task, in place: the mark is taken off its text, its
 * character becomes `data.task`, and `checked` says whether it is done, which any character but a
 * space means in Obsidian. In place of GFM's syntax, which knows `x` and a space alone.
 */
export function markTask(item: ListItem, source: string): void {
  const [head] = item.children;
  const [first] = head?.type === 'paragraph' ? head.children : [];
  if (head?.type !== 'paragraph' || first?.type !== 'text') return;
  const match = MARK.exec(first.value);
  const { line, column, offset = 0 } = first.position?.start ?? { line: 1, column: 1 };
  // An escaped bracket is text.
  if (match?.[1] === undefined || source[offset] !== '[') return;
  item.checked = match[1] !== ' ';
  item.data = { ...item.data, task: match[1] };
  const skip = match[0].length;
  first.value = first.value.slice(skip);
  if (first.value === '') head.children.shift();
  if (match[0].includes('\n')) return;
  const start = { line, column: column + skip, offset: offset + skip };
  if (first.position !== undefined) first.position = { ...first.position, start };
  if (head.position !== undefined) head.position = { ...head.position, start };
}
