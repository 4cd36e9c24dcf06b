import type { Heading, Node, RootContent } from 'mdast';
import { isUnseen } from './title-heading.ts';

/** Where the heading of an empty section stood: shows nothing, and links to the heading still lead to it. */
export interface EmptySection extends Node {
  type: 'emptySection';
  /** The heading's id in the page. */
  id: string | undefined;
}

declare module 'mdast' {
  interface RootContentMap {
    emptySection: EmptySection;
  }
}

/** The blocks of a note without the headings that have nothing below them, in their own section or in one within it. */
export function withoutEmptySections(children: readonly RootContent[]): readonly RootContent[] {
  const shown: RootContent[] = [];
  let next: RootContent | undefined; // that a reader sees
  for (const child of children.toReversed()) {
    const isEmpty = child.type === 'heading' && isEmptyBefore(child, next);
    shown.push(isEmpty ? { type: 'emptySection', id: child.data?.headingId } : child);
    if (!isEmpty && !isUnseen(child)) next = child;
  }
  return shown.reverse();
}

function isEmptyBefore({ depth, data }: Heading, next: RootContent | undefined): boolean {
  if (data?.blockId !== undefined) return false;
  return next === undefined || (next.type === 'heading' && next.depth <= depth);
}
