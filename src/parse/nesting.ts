import type { Nodes, Parents, Root } from 'mdast';

/** Characters at the start of a line that may open containers. */
const MAX_PREFIX = 100;
/** Levels of inline nodes in one block. */
export const MAX_INLINE_DEPTH = 100;

const PREFIX = '[ \\t>*+\\-\\d.)]';
const LONG_PREFIX = new RegExp(`^${PREFIX}{${MAX_PREFIX}}`, 'm');
const LONG_PREFIXES = new RegExp(`^${PREFIX}{${MAX_PREFIX},}`, 'gm');
const THEMATIC_BREAK = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/;
const MARKS = />|[*+\-.)](?=[ \t])/g;
/** Private characters, in blocks of 128: one for each ASCII character. */
const FIRST_STAND_IN = 0xe000;
const LAST_STAND_IN = 0xf800;

/** A text for the Markdown parser, and what undoes the change in the tree that it makes of it. */
export interface ShallowText {
  readonly text: string;
  readonly restore: (tree: Root) => void;
}

/**
 * Bounds how deep quotes and lists nest, for each level costs the parser time on each line: marks
 * far out at the start of a line are hidden from it, one character for another, so that all places
 * stay. `restore` puts them back into the values of the tree, where they are text or code.
 */
export function limitNesting(text: string): ShallowText {
  if (!LONG_PREFIX.test(text)) return { text, restore: () => undefined };
  const base = unusedStandIns(text);
  const shallow = text.replace(LONG_PREFIXES, (prefix) => {
    if (THEMATIC_BREAK.test(prefix)) return prefix;
    const deep = prefix.slice(MAX_PREFIX).replace(MARKS, (mark) => String.fromCharCode(base + mark.charCodeAt(0)));
    return prefix.slice(0, MAX_PREFIX) + deep;
  });
  return { text: shallow, restore: (tree) => restoreMarks(tree, base) };
}

function unusedStandIns(text: string): number {
  for (let base = FIRST_STAND_IN; base < LAST_STAND_IN; base += 128) {
    if (!standIns(base).test(text)) return base;
  }
  return FIRST_STAND_IN;
}

function standIns(base: number): RegExp {
  return new RegExp(`[${String.fromCharCode(base)}-${String.fromCharCode(base + 127)}]`, 'g');
}

function restoreMarks(tree: Root, base: number): void {
  const hidden = standIns(base);
  const restored = (value: string): string =>
    value.replace(hidden, (standIn) => String.fromCharCode(standIn.charCodeAt(0) - base));
  const stack: object[] = [tree];
  for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
    const entries: [string, unknown][] = Object.entries(object);
    for (const [key, value] of entries) {
      if (typeof value === 'string') Reflect.set(object, key, restored(value));
      else if (typeof value === 'object' && value !== null && key !== 'position') stack.push(value);
    }
  }
}

/**
 * Makes blocks whose inline nodes nest too deep for what comes after (`*_*_*_…`) plain text, in
 * place, and gives their nodes.
 */
export function flattenDeepBlocks(tree: Root, text: string): readonly Nodes[] {
  const flattened: Nodes[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') {
      if ('children' in node) for (const child of node.children) stack.push(child);
      continue;
    }
    if (depthOf(node) <= MAX_INLINE_DEPTH) continue;
    const { position } = node;
    const value = text.slice(position?.start.offset, position?.end.offset);
    node.children = [{ type: 'text', value, ...(position === undefined ? {} : { position }) }];
    flattened.push(node);
  }
  return flattened;
}

/** Levels below a node; stops counting when there are too many. */
function depthOf(node: Parents): number {
  let depth = 0;
  let level: readonly Nodes[] = node.children;
  while (level.length > 0 && depth <= MAX_INLINE_DEPTH) {
    depth += 1;
    level = level.flatMap((child): readonly Nodes[] => ('children' in child ? child.children : []));
  }
  return depth;
}
