import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Reporter } from '../reporter.ts';

/** So many characters may always be repeated. A note that a person writes repeats some thousands. */
const LEAST_BUDGET = 100_000;

/**
 * Makes references to link definitions (`[a]` of `[a]: https://…`) text when those before them repeat more of addresses
 * and titles than the note is long, or {@link LEAST_BUDGET}; reports the first. Else a short note could make a page of
 * gigabytes. cmark bounds them in the same way.
 */
export function limitReferences(tree: Root, text: string, reporter: Reporter): void {
  const sizes = sizesOfDefinitions(tree);
  if (sizes.size === 0) return;
  const limit = Math.max(LEAST_BUDGET, text.length);
  let left = limit;
  let isReported = false;
  const leaveAsText = ({ position }: Nodes): Text => {
    const span = { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
    if (!isReported) reporter.report('parse/too-long', span, { limit, what: 'characters of addresses in references' });
    isReported = true;
    return { type: 'text', value: text.slice(span.start, span.end), ...(position === undefined ? {} : { position }) };
  };
  const limitIn = (parent: Parents): void => {
    const children = parent.children as Nodes[]; // text may stand wherever a reference does
    children.forEach((child, index) => {
      const isReference = child.type === 'linkReference' || child.type === 'imageReference';
      if (isReference) left -= sizes.get(child.identifier) ?? 0;
      if (isReference && left < 0) children[index] = leaveAsText(child);
      else if ('children' in child) limitIn(child);
    });
  };
  limitIn(tree);
}

/** How much each definition repeats, by its identifier; the first of a name counts. */
function sizesOfDefinitions(tree: Root): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !sizes.has(node.identifier))
      sizes.set(node.identifier, node.url.length + (node.title?.length ?? 0));
    if ('children' in node) for (const child of node.children.toReversed()) stack.push(child);
  }
  return sizes;
}
