import type { FootnoteDefinition, Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast';

const OPENING = '^[';
/** Beyond this many in one run of text, each of which costs a look at the rest of it, they stay text. */
const MOST = 1000;

/**
 * Makes footnotes of what is written as `^[words]`, in place: a reference where it stands, and a definition at the end
 * of the note. The words end at the bracket that closes theirs, in the same run of text; without one they stay text.
 */
export function takeInlineFootnotes(tree: Root, text: string): void {
  if (!text.includes(OPENING)) return;
  const taken: FootnoteDefinition[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue;
    if (node.children.some((child) => opens(child, text))) {
      node.children = withReferences(node.children as PhrasingContent[], { text, taken }); // text stands among phrasing
    }
    for (const child of node.children.toReversed()) stack.push(child);
  }
  tree.children.push(...taken);
}

interface Taking {
  readonly text: string;
  readonly taken: FootnoteDefinition[];
}

function withReferences(nodes: readonly PhrasingContent[], { text, taken }: Taking): PhrasingContent[] {
  const done: PhrasingContent[] = [];
  let left = nodes;
  for (let attempt = 0; attempt < MOST; attempt += 1) {
    const at = left.findIndex((node) => opens(node, text));
    const found = at === -1 ? undefined : footnoteAt(left.slice(at));
    done.push(...left.slice(0, at === -1 ? undefined : at));
    if (at === -1) return done;
    if (found === undefined) {
      done.push(...left.slice(at, at + 1));
      left = left.slice(at + 1);
      continue;
    }
    const identifier = `inline-${taken.length + 1}`;
    taken.push(definition(identifier, found));
    done.push(...found.before, { type: 'footnoteReference', identifier, label: identifier, ...placeOf(found.opening) });
    left = found.after;
  }
  return [...done, ...left];
}

interface Found {
  readonly opening: Text;
  readonly before: readonly PhrasingContent[];
  readonly inside: PhrasingContent[];
  readonly after: readonly PhrasingContent[];
}

function footnoteAt([opening, ...rest]: readonly PhrasingContent[]): Found | undefined {
  if (opening?.type !== 'text') return undefined;
  const at = opening.value.indexOf(OPENING);
  const words = upToBracket([sliced(opening, at + OPENING.length), ...rest]);
  return words && { opening, before: [sliced(opening, 0, at)].filter(isSomething), ...words };
}

function definition(identifier: string, { opening, inside }: Found): FootnoteDefinition {
  const place = placeOf(opening);
  const paragraph: Paragraph = { type: 'paragraph', children: inside, ...place };
  return { type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph], ...place };
}

function placeOf({ position }: Text): Pick<Text, 'position'> {
  return position === undefined ? {} : { position };
}

/** True for a text in which `^[` is written as such: an escaped one is in the text, not in the note. */
function opens(node: Nodes, text: string): node is Text {
  if (node.type !== 'text' || !node.value.includes(OPENING)) return false;
  const { start, end } = node.position ?? {};
  return /(?<!\\)\^\[/.test(text.slice(start?.offset, end?.offset));
}

/** Nodes up to the bracket that is not opened among them, and those after it; undefined when there is none. */
function upToBracket(
  nodes: readonly PhrasingContent[],
): { readonly inside: PhrasingContent[]; readonly after: readonly PhrasingContent[] } | undefined {
  let depth = 0;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue;
    for (const { 0: bracket, index: at } of node.value.matchAll(/[[\]]/g)) {
      depth += bracket === '[' ? 1 : -1;
      if (depth >= 0) continue;
      const inside = [...nodes.slice(0, index), sliced(node, 0, at)].filter(isSomething);
      const after = [sliced(node, at + 1), ...nodes.slice(index + 1)].filter(isSomething);
      return inside.length === 0 ? undefined : { inside, after };
    }
  }
  return undefined;
}

function sliced(node: Text, start: number, end?: number): Text {
  return { ...node, value: node.value.slice(start, end) };
}

function isSomething(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== '';
}
