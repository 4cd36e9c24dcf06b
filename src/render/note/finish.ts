import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { TocEntry } from '../page.ts';
import { countKey } from './scope.ts';
import type { PageState } from './scope.ts';
import { textOf } from './text-of.ts';

/**
 * What can only be done when a page's HTML is whole, in the order of the page: ids stand once;
 * headings run from `<h2>` down without a gap and link to themselves; the contents are listed.
 * Markup that is not the highlighter's becomes text. Works on the tree itself.
 */
export function finish(tree: Root, page: PageState): readonly TocEntry[] {
  const toc: TocEntry[] = [];
  const listing: Listing = { isOpen: true, sectionId: undefined };
  finishChildren(tree, { page, toc, ids: new Set(), outline: { base: 1, open: [] }, listing, hasAnchors: true });
  return toc;
}

/** Headings that follow one another. */
interface Outline {
  /** The level of what holds them. */
  readonly base: number;
  /** Those that are open at this place, outermost first: their level as written and as shown. */
  readonly open: { readonly written: number; readonly shown: number }[];
}

/** Whether headings stand in the contents. */
interface Listing {
  isOpen: boolean;
  /** Of the section whose first heading alone is listed, under this id. */
  readonly sectionId: string | undefined;
}

interface Context {
  readonly page: PageState;
  readonly toc: TocEntry[];
  readonly ids: Set<string>;
  readonly outline: Outline;
  readonly listing: Listing;
  /** Not in a link of the author's own HTML, where no other may stand, and not above footnotes. */
  readonly hasAnchors: boolean;
}

function finishChildren(parent: Root | Element, context: Context): void {
  const children = parent.children as ElementContent[]; // no doctype stands in our trees
  children.forEach((node, index) => {
    if (node.type === 'raw' && !context.page.ownMarkup.has(node)) children[index] = { type: 'text', value: node.value };
    if (node.type !== 'element') return;
    claimId(node, context.ids);
    const written = /^h([1-6])$/.exec(node.tagName)?.[1];
    finishChildren(node, contextWithin(node, context));
    if (written === undefined) return;
    finishHeading(node, { written: Number(written), results: resultsAfter(children, index, context.page) }, context);
  });
}

function claimId({ properties }: Element, ids: Set<string>): void {
  const { id } = properties;
  if (id === undefined) return;
  if (ids.has(id)) delete properties.id;
  else ids.add(id);
}

/** Embeds and footnotes have an outline of their own; headings in boxes are not in the contents, of a test only its name. */
function contextWithin({ tagName, properties }: Element, context: Context): Context {
  const { outline, listing } = context;
  const unlisted: Listing = { isOpen: false, sectionId: undefined };
  if (tagName === 'a') return { ...context, hasAnchors: false };
  if (tagName === 'blockquote') return { ...context, listing: unlisted };
  const classes = Array.isArray(properties.className) ? properties.className : [];
  switch (classes[0]) {
    case 'callout':
      return { ...context, listing: unlisted };
    case 'embed':
      return { ...context, listing: unlisted, outline: { base: outline.open.at(-1)?.shown ?? outline.base, open: [] } };
    case 'footnotes':
      return { ...context, listing: unlisted, outline: { base: outline.base, open: [] }, hasAnchors: false };
    case 'atomic-test':
      return { ...context, listing: { isOpen: listing.isOpen, sectionId: properties.id } };
    case undefined:
    default:
      return context;
  }
}

interface HeadingFacts {
  readonly written: number;
  /** How many results the query directly below it shows. */
  readonly results: number | undefined;
}

function finishHeading(
  heading: Element,
  { written, results }: HeadingFacts,
  { toc, outline, listing, hasAnchors }: Context,
): void {
  const { base, open } = outline;
  while ((open.at(-1)?.written ?? 0) >= written) open.pop();
  const shown = Math.min(6, (open.at(-1)?.shown ?? base) + 1);
  open.push({ written, shown });
  heading.tagName = `h${shown}`;
  const ownId = heading.properties.id;
  const id = listing.isOpen ? (listing.sectionId ?? ownId) : ownId;
  if (id === undefined) return;
  const text = textOf(heading).trim();
  if (listing.isOpen && shown <= 3 && text !== '') {
    const entry: TocEntry = { id, text, depth: shown };
    toc.push(results === undefined ? entry : { ...entry, detail: String(results) });
  }
  if (listing.sectionId !== undefined) listing.isOpen = false;
  if (hasAnchors) heading.children.push(anchorTo(id));
}

/**
 * For the mouse alone: a screen reader would say it with each heading, and in a long runbook keys would stop at a hundred of
 * them. The contents of the page lead to the same places.
 */
function anchorTo(id: string): Element {
  return h('a.anchor', { href: encodeURI(`#${id}`), ariaHidden: 'true', tabIndex: -1 }, '#');
}

function resultsAfter(siblings: readonly ElementContent[], index: number, { counts }: PageState): number | undefined {
  const next = siblings.slice(index + 1, index + 3).find((node) => node.type === 'element');
  return next === undefined ? undefined : counts.get(countKey(next.properties));
}
