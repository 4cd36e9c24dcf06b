import type { List, ListItem, Nodes, Root, RootContent } from 'mdast';
import type { Span } from '../source/index.ts';

/** A part of a note that a scope operator looks at on its own. */
export interface Unit {
  /** Where its text stands, in order; a list item with nested items has a gap for them. */
  readonly ranges: readonly Span[];
  /** Level of the heading of a section, 0 for the text before the first; 0 for all else. */
  readonly level: number;
  /** Whether a task is done; undefined for what is no task. */
  readonly isDone: boolean | undefined;
}

const TASK = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[(.)\](?=\s|$)[ \t]*/su;

/**
 * The lines of a text, without their ends (A7.4), or only those that hold a text; of a part, those that touch it. Each is
 * made when it is asked for: a note may have millions.
 */
export function* lineUnits(text: string, held = '', within: Span = { start: 0, end: text.length }): Generator<Unit> {
  for (let from = lineStart(text, within.start); ;) {
    const hit = text.indexOf(held, from);
    if (hit === -1) return;
    const start = held === '' ? from : text.lastIndexOf('\n', hit) + 1;
    if (start > within.end) return;
    const end = text.indexOf('\n', hit);
    yield plainUnit({ start, end: end === -1 ? text.length : end });
    if (end === -1) return;
    from = end + 1;
  }
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * The blocks of a note (A7.5): each paragraph, heading, quote or callout as a whole, table, code
 * block, and each list item without the items nested in it. Frontmatter is one block.
 */
export function blockUnits(tree: Root, text: string): readonly Unit[] {
  const units: Unit[] = [];
  const waiting: Nodes[] = tree.children.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'list') for (const item of node.children.toReversed()) waiting.push(item);
    else if (node.type === 'listItem') {
      units.push(unitOf(itemRanges(node, text)));
      for (const list of nestedLists(node).toReversed()) waiting.push(list);
    } else {
      const span = spanOf(node);
      if (span !== undefined) units.push(plainUnit(span));
    }
  }
  return units;
}

/** The sections of a note (A7.6): text up to the first heading, then each heading with what follows up to the next. */
export function sectionUnits(tree: Root, text: string): readonly Unit[] {
  const starts: { readonly at: number; readonly level: number }[] = [];
  for (const node of tree.children) {
    const span = node.type === 'heading' ? spanOf(node) : undefined;
    if (node.type === 'heading' && span !== undefined)
      starts.push({ at: text.lastIndexOf('\n', span.start) + 1, level: node.depth });
  }
  const first = starts[0]?.at ?? text.length;
  const units = text.slice(0, first).trim() === '' ? [] : [{ ...plainUnit({ start: 0, end: first }) }];
  starts.forEach(({ at, level }, index) => {
    units.push({ ...plainUnit({ start: at, end: starts[index + 1]?.at ?? text.length }), level });
  });
  return units;
}

/** The task items of a note, in lists anywhere (A7.7); the text is what follows the box, without nested items. */
export function taskUnits(tree: Root, text: string): readonly Unit[] {
  const units: Unit[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'listItem') {
      const task = taskUnit(node, text);
      if (task !== undefined) units.push(task);
    }
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
  return units;
}

/** The text of a unit: its ranges, joined by line ends. */
export function unitText(unit: Pick<Unit, 'ranges'>, text: string): string {
  const [first, ...others] = unit.ranges;
  if (first === undefined) return '';
  if (others.length === 0) return text.slice(first.start, first.end);
  return unit.ranges.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** The offset in the note of an offset in {@link unitText}. */
export function offsetInNote(unit: Pick<Unit, 'ranges'>, offset: number): number {
  let left = offset;
  for (const { start, end } of unit.ranges) {
    if (left <= end - start) return start + left;
    left -= end - start + 1;
  }
  return unit.ranges.at(-1)?.end ?? 0;
}

/** The part of a unit that lies within ranges; undefined when nothing of it does. */
export function cutUnit(unit: Unit, within: readonly Span[]): Unit | undefined {
  const ranges: Span[] = [];
  for (const range of unit.ranges) {
    for (const { start, end } of within) {
      if (range.start <= end && start <= range.end) {
        const cut = { start: Math.max(range.start, start), end: Math.min(range.end, end) };
        if (cut.end > cut.start || range.start === range.end) ranges.push(cut);
      }
    }
  }
  return ranges.length === 0 ? undefined : { ...unit, ranges };
}

function plainUnit(span: Span): Unit {
  return unitOf([span]);
}

function unitOf(ranges: readonly Span[]): Unit {
  return { ranges, level: 0, isDone: undefined };
}

function taskUnit(item: ListItem, text: string): Unit | undefined {
  const [first, ...others] = itemRanges(item, text);
  if (first === undefined) return undefined;
  const box = TASK.exec(text.slice(first.start, Math.min(first.end, first.start + 64)));
  if (box === null) return undefined;
  return {
    ranges: [{ start: first.start + box[0].length, end: first.end }, ...others],
    level: 0,
    isDone: box[1] !== ' ',
  };
}

/** Where the text of an item stands that belongs to no item nested in it. */
function itemRanges(item: ListItem, text: string): readonly Span[] {
  const span = spanOf(item);
  if (span === undefined) return [];
  const ranges: Span[] = [];
  let { start } = span;
  for (const list of nestedLists(item)) {
    const gap = spanOf(list);
    if (gap === undefined) continue;
    pushTrimmed(ranges, { start, end: gap.start }, text);
    start = gap.end;
  }
  pushTrimmed(ranges, { start, end: span.end }, text);
  return ranges;
}

function pushTrimmed(ranges: Span[], span: Span, text: string): void {
  const part = text.slice(span.start, span.end);
  const start = span.start + part.length - part.trimStart().length;
  const end = span.start + part.trimEnd().length;
  if (end > start) ranges.push({ start, end });
}

function nestedLists(item: ListItem): List[] {
  return item.children.filter((child) => child.type === 'list');
}

function spanOf(node: Nodes | RootContent): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}
