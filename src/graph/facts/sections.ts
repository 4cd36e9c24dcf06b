import type { Heading, Nodes, RootContent } from 'mdast';
import { plainText } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import type { Span } from '../../source/index.ts';

/** A heading of a note and what stands under it. */
export interface Section {
  readonly heading: Heading;
  /** The nodes after the heading, those under lower headings among them. */
  readonly nodes: readonly RootContent[];
  /** From the heading to the next one of its depth or above, or the note's end. */
  readonly span: Span;
}

/** A stretch of a section that holds no heading but the one that it begins with. */
export interface SectionPart {
  /** The heading as written, without its marks; undefined for what stands before the first lower heading. */
  readonly title: string | undefined;
  readonly nodes: readonly RootContent[];
  /** After the heading, to the next one. */
  readonly span: Span;
}

/** Where a node stands. Every node of a parsed note has a place. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The sections that headings of the note itself (not of a callout or list in it) begin, where `isWanted`. */
export function sectionsOf(note: ParsedNote, isWanted: (heading: Heading) => boolean): readonly Section[] {
  const { children } = note.tree;
  const sections: Section[] = [];
  const open: { readonly heading: Heading; readonly from: number; readonly isWanted: boolean }[] = [];
  const close = (depth: number, to: number, end: number): void => {
    for (let last = open.at(-1); last !== undefined && last.heading.depth >= depth; last = open.at(-1)) {
      open.pop();
      const { heading, from } = last;
      if (!last.isWanted) continue;
      sections.push({ heading, nodes: children.slice(from, to), span: { start: spanOf(heading).start, end } });
    }
  };
  children.forEach((node, at) => {
    if (node.type !== 'heading') return;
    close(node.depth, at, spanOf(node).start);
    open.push({ heading: node, from: at + 1, isWanted: isWanted(node) });
  });
  close(1, children.length, note.file.text.length);
  return sections.sort((a, b) => a.span.start - b.span.start);
}

/** The first section with a title, letter case apart; undefined when there is none. */
export function sectionTitled(note: ParsedNote, title: string): Section | undefined {
  const isTitled = (heading: Heading): boolean => plainText(heading.children).trim().toLowerCase() === title;
  const first = note.tree.children.find((node) => node.type === 'heading' && isTitled(node));
  return sectionsOf(note, (heading) => heading === first)[0];
}

/** A section cut at each lower heading, whatever its depth. */
export function partsOf({ heading, nodes, span }: Section, text: string): readonly SectionPart[] {
  const parts: { title: string | undefined; nodes: RootContent[]; start: number; end: number }[] = [
    { title: undefined, nodes: [], start: spanOf(heading).end, end: span.end },
  ];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (node.type === 'heading') {
      const { start, end } = spanOf(node);
      if (last !== undefined) last.end = start;
      parts.push({ title: headingSource(node, text), nodes: [], start: end, end: span.end });
    } else {
      last?.nodes.push(node);
    }
  }
  return parts.map(({ title, nodes: own, start, end }) => ({ title, nodes: own, span: { start, end } }));
}

/** A heading as written, without the marks that make it one: `Atomic Test #1 - Run <cmd>`. */
export function headingSource(heading: Heading, text: string): string {
  const { start, end } = spanOf(heading);
  const [line = ''] = text.slice(start, end).split('\n', 1);
  return line
    .replace(/^#{1,6}(?=\s|$)/, '')
    .trim()
    .replace(/(?:^|(?<=\s))#+$/, '')
    .trimEnd();
}
