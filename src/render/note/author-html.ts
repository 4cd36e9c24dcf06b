import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { resolveAddresses } from './html-addresses.ts';
import type { LinkSource } from './links.ts';
import { readTag, textElements, voidElements } from './html-tags.ts';
import { withoutPlaceholders } from './placeholders.ts';
import type { Scope } from './scope.ts';
import { tableInBox } from './table-box.ts';

/** HTML of authors beyond this many characters in a page is shown as text: a parser may make of it many times as much. */
const MOST_CHARACTERS = 100_000;
/** Deeper HTML is shown as text: the libraries that read it call themselves for each level. */
const DEEPEST = 32;
/** Tags times the elements that are open at each: more is shown as text, since a parser may open all of those anew. */
const MOST_WORK = 100_000;

/**
 * Turns the authors' HTML of a tree (`raw` nodes) into elements that are safe, or into text where
 * it only looks like HTML (`<pid>`). The tree's elements must all be ours. Works on the tree itself.
 */
export function resolveAuthorHtml(tree: Root, scope: Scope): void {
  if (scope.page.hasAuthorHtml) resolveIn(tree, scope);
}

function resolveIn(parent: Root | Element, scope: Scope): void {
  const children = parent.children as ElementContent[]; // no doctype stands in our trees
  for (const child of children) if (child.type === 'element') resolveIn(child, scope);
  const isTheirs = (node: ElementContent): boolean => node.type === 'raw' && !scope.page.ownMarkup.has(node);
  if (children.some(isTheirs)) parent.children = resolveSiblings(children, scope);
}

function resolveSiblings(siblings: readonly ElementContent[], scope: Scope): ElementContent[] {
  const named = withoutPlaceholders(siblings);
  const paired = pairTags(named);
  if (paired !== undefined) return paired;
  const { page } = scope;
  page.htmlSize += sizeOf(named);
  if (page.htmlSize > MOST_CHARACTERS || isTooDeep(named)) return named.map(rawToText);
  page.isTangled = true;
  const sourceOf = createSourceFinder(named);
  return scope.tools.cleaner.clean(named, (element) =>
    element.tagName === 'table'
      ? [tableInBox(element, page)]
      : resolveAddresses(element, { scope, node: sourceOf(element) }),
  );
}

/** Finds where in the note the address of one of its authors' elements stands, as near as can be told: asked in their order. */
function createSourceFinder(siblings: readonly ElementContent[]): (element: Element) => LinkSource['node'] {
  const pieces = siblings.filter((node) => node.type === 'raw');
  let from = { piece: 0, at: 0 };
  return ({ properties: { href } }) => {
    if (typeof href !== 'string') return {};
    for (let piece = from.piece; piece < pieces.length; piece += 1) {
      const { value = '', position } = pieces[piece] ?? {};
      const at = value.indexOf(href, piece === from.piece ? from.at : 0);
      if (at === -1) continue;
      from = { piece, at: at + href.length };
      const start = (position?.start.offset ?? 0) + at;
      return position === undefined
        ? {}
        : { position: { start: { offset: start }, end: { offset: start + href.length } } };
    }
    // It is written with entities: the tag that has any address is near enough.
    return pieces.find(({ value }, index) => index >= from.piece && /\bhref\b/i.test(value)) ?? {};
  };
}

/**
 * Makes elements of bare tags that only shape text, without an HTML parser. Undefined when there
 * is any other HTML, or when the tags do not balance.
 */
function pairTags(siblings: readonly ElementContent[]): ElementContent[] | undefined {
  const root: ElementContent[] = [];
  const open: Element[] = [];
  for (const node of siblings) {
    const into = open.at(-1)?.children ?? root;
    if (node.type !== 'raw') {
      into.push(node);
      continue;
    }
    const tag = readTag(node.value);
    if (tag === undefined || !tag.isBare) return undefined;
    if (tag.name === 'br' || tag.name === 'wbr') into.push(h(tag.name));
    else if (!textElements.has(tag.name)) return undefined;
    else if (!tag.isEnd) {
      const element = h(tag.name);
      into.push(element);
      open.push(element);
    } else if (open.pop()?.tagName !== tag.name) return undefined;
    if (open.length > DEEPEST) return undefined;
  }
  return open.length === 0 ? root : undefined;
}

function sizeOf(siblings: readonly ElementContent[]): number {
  return siblings.reduce((sum, node) => sum + (node.type === 'raw' ? node.value.length : 0), 0);
}

/** Whether HTML may nest too deep: every start tag that no end tag of its name follows is taken to stay open. */
function isTooDeep(siblings: readonly ElementContent[]): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  let work = 0;
  for (const [, slash, word] of siblings.flatMap((node) => (node.type === 'raw' ? tagsIn(node.value) : []))) {
    work += depth;
    const name = word?.toLowerCase() ?? '';
    const count = open.get(name) ?? 0;
    if (voidElements.has(name) || selfClosing.has(name) || (slash === '/' && count === 0)) continue;
    const step = slash === '/' ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (depth > DEEPEST || work > MOST_WORK) return true;
  }
  return work > MOST_WORK;
}

/** Elements that the next of their kind closes, so that a list of them is not deep. */
const selfClosing: ReadonlySet<string> = new Set(['dd', 'dt', 'li', 'p', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);

/** All tags of a text: the slash of an end tag and the name are the groups. */
function tagsIn(html: string): readonly RegExpExecArray[] {
  return [...html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)];
}

function rawToText(node: ElementContent): ElementContent {
  return node.type === 'raw' ? { type: 'text', value: node.value } : node;
}
