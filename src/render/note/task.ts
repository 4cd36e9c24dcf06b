import type { Element, ElementContent } from 'hast';
import type { ListItem, Parents } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { State } from './scope.ts';

/** A list item; that of a task carries its mark (`x`, `/`, …) in `data-task` and a box that nobody can tick. */
export function taskItemToHast(state: State, node: ListItem, parent: Parents | undefined): ElementContent {
  const item = defaultHandlers.listItem(state, node, parent);
  if (typeof node.checked !== 'boolean') return item;
  const mark = node.data?.task ?? (node.checked ? 'x' : ' ');
  item.properties['dataTask'] = mark;
  const box = findBox(item);
  if (box !== undefined) box.properties.ariaLabel = node.checked ? nameOf(mark) : 'To do';
  return item;
}

/** Obsidian ticks the box of every mark but a space; what another mark than `x` means is the author's. */
function nameOf(mark: string): string {
  return mark.toLowerCase() === 'x' ? 'Done' : `Marked “${mark}”`;
}

/** The box is the first thing in the item, or in its first paragraph. */
function findBox(item: Element): Element | undefined {
  for (const child of item.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'input') return child;
    return child.tagName === 'p' ? findBox(child) : undefined;
  }
  return undefined;
}
