import type { List, ListItem, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { NoteNode } from '../../graph/index.ts';
import { withoutEmptySections } from './empty-sections.ts';
import { titleHeading } from './title-heading.ts';

/** A part of a note: its tree, with the definitions that it may refer to, and its size in characters. */
export interface NotePart {
  readonly tree: Root;
  readonly size: number;
}

/**
 * What an embed shows of a note: all but its title; from a heading down to the next of its level;
 * or one block (`^id`). Undefined when the anchor names neither.
 */
export function notePart(node: NoteNode, anchor: string | undefined): NotePart | undefined {
  const children = partChildren(node, anchor);
  if (children === undefined) return undefined;
  const size = children.reduce((sum, child) => sum + lengthOf(child), 0);
  const definitions = anchor === undefined ? [] : node.note.tree.children.filter(isDefinition);
  return {
    tree: { type: 'root', children: [...children, ...definitions.filter((one) => !children.includes(one))] },
    size,
  };
}

function partChildren(node: NoteNode, anchor: string | undefined): RootContent[] | undefined {
  const { children } = node.note.tree;
  if (anchor === undefined) {
    const title = titleHeading(node);
    return shownOf(
      node,
      children.filter((child) => child !== title),
    );
  }
  if (anchor.startsWith('^')) return block(node.note.tree, anchor.slice(1));
  const from = children.findIndex((child) => child.type === 'heading' && child.data?.headingId === anchor);
  const heading = children[from];
  if (heading?.type !== 'heading') return undefined;
  const length = children
    .slice(from + 1)
    .findIndex((child) => child.type === 'heading' && child.depth <= heading.depth);
  return [heading, ...shownOf(node, children.slice(from + 1, length === -1 ? undefined : from + 1 + length))];
}

/** Of a technique, whose sections are a form's, those alone that are filled in, as on its own page. */
function shownOf({ kind }: NoteNode, children: readonly RootContent[]): RootContent[] {
  const shown = kind === 'technique' ? withoutEmptySections(children) : children;
  return shown.filter(({ type }) => type !== 'emptySection');
}

function block(tree: Root, id: string): RootContent[] | undefined {
  let found: RootContent | undefined;
  visit(tree, (node, _index, parent) => {
    if (node.type === 'root' || node.data?.blockId !== id) return true;
    found = node.type === 'listItem' ? listOf(node, parent) : node;
    return false;
  });
  return found === undefined ? undefined : [found];
}

function listOf(item: ListItem, parent: Nodes | undefined): List {
  const ordered = parent?.type === 'list' && parent.ordered === true;
  return { type: 'list', ordered, spread: item.spread ?? false, children: [item] };
}

function isDefinition(node: RootContent): boolean {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

function lengthOf({ position }: RootContent): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0);
}
