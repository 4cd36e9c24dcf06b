import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Link, LinkReference } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import { diagnose } from '../../diagnostics/index.ts';
import type { LinkTarget, NoteNode } from '../../graph/index.ts';
import { isRedacted, parseLinkTarget } from '../../parse/index.ts';
import type { WikiLink } from '../../parse/index.ts';
import type { Span } from '../../source/index.ts';
import { href } from '../href.ts';
import { isDefanged } from './defanged.ts';
import { externalHref } from './external-href.ts';
import { filePlace } from './file-kinds.ts';
import { within } from './scope.ts';
import type { Scope, State } from './scope.ts';
import { titleHeading } from './title-heading.ts';

/** A link of Markdown. */
export function linkToHast(state: State, node: Link, scope: Scope): ElementContent[] {
  const children = within(scope.page, 'linkDepth', () => state.all(node));
  return withTitle(node.title, linkTo(resolveUrl(node.url, scope), children, { scope, node }));
}

/** A link whose address stands elsewhere in the note; text where it does not. */
export function linkReferenceToHast(state: State, node: LinkReference, scope: Scope): ReturnType<State['one']> {
  const definition = state.definitionById.get(node.identifier.toUpperCase());
  if (definition === undefined) return defaultHandlers.linkReference(state, node);
  const children = within(scope.page, 'linkDepth', () => state.all(node));
  return withTitle(definition.title, linkTo(resolveUrl(definition.url, scope), children, { scope, node }));
}

function withTitle(title: string | null | undefined, link: ElementContent[]): ElementContent[] {
  const [first] = link;
  if (title && first?.type === 'element' && first.tagName === 'a') first.properties.title = title;
  return link;
}

/** What an address in the note's Markdown or HTML leads to. */
export function resolveUrl(url: string, { tools, node }: Scope): LinkTarget {
  return tools.world.resolveLink(node.path, { syntax: 'markdown', ...parseLinkTarget(url) });
}

/** The text of a link whose own would name a note that is not published. */
export const NOT_PUBLISHED = 'not published';

/** The text of a wikilink, as Obsidian shows it: its alias, else `note > heading`. */
export function wikiLinkText({ label, target, anchor }: WikiLink): string {
  if (label !== undefined) return label;
  if (isRedacted(target)) return NOT_PUBLISHED;
  const parts = [target, ...(anchor ?? '').split('#')];
  return parts.filter((part) => part.trim() !== '').join(' > ');
}

/** What links are made with: the note, and the node that the link stands for. */
export interface LinkSource {
  readonly scope: Scope;
  readonly node: { readonly position?: { readonly start: Offset; readonly end: Offset } | undefined };
}

interface Offset {
  readonly offset?: number | undefined;
}

/** The link around its content, or the content alone where it leads nowhere or stands in another link. */
export function linkTo(target: LinkTarget, children: ElementContent[], source: LinkSource): ElementContent[] {
  const { scope } = source;
  const defanged = defangedAddress(target);
  if (defanged !== undefined) return withAddress(children, defanged);
  if (target.kind === 'unsafe') reportUnsafe(target.target, source);
  if (scope.page.linkDepth > 0) return children;
  switch (target.kind) {
    case 'note':
      return [h('a.internal', { href: noteHref(target, scope) }, children)];
    case 'attachment':
      return [h('a.attachment', fileLink(target, scope), children)];
    case 'external': {
      const address = externalHref(target.url);
      if (address === undefined) return children;
      // On paper addresses stand behind their links; these stand there already.
      const className = isAddress(children, address) ? 'external bare' : 'external';
      return [h('a', { className, href: address, rel: 'noopener noreferrer' }, children)];
    }
    case 'missing':
      return [h('span.broken-link', { title: `No note or file is named “${target.target}”` }, children)];
    case 'kept-out':
      return [h('span.broken-link', { title: 'This note is not published' }, children)];
    case 'unsafe':
      return children;
  }
}

function defangedAddress(target: LinkTarget): string | undefined {
  if (target.kind !== 'external' && target.kind !== 'unsafe') return undefined;
  const address = target.kind === 'external' ? target.url : target.target;
  return isDefanged(address) ? address : undefined;
}

/** What no link leads to is written out, since it is what the reader came for. */
function withAddress(children: ElementContent[], address: string): ElementContent[] {
  if (children.length === 0 || isAddress(children, address)) return children;
  return [...children, { type: 'text', value: ` (${address})` }];
}

function isAddress([content, ...others]: readonly ElementContent[], address: string): boolean {
  return others.length === 0 && content?.type === 'text' && content.value === address;
}

function reportUnsafe(target: string, { scope, node }: LinkSource): void {
  if (scope.embeddedAt !== undefined) return; // the embedded note's own page reports it
  scope.page.diagnostics.push(diagnose('links/unsafe', scope.page.placeOf(spanOf(node)), { target }));
}

/** The span of a node; of nothing when it has no position. */
export function spanOf({ position }: LinkSource['node']): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** The `href` of a note, or of a place in it that is there; within the page, of the place alone. */
export function noteHref(target: Extract<LinkTarget, { kind: 'note' }>, { tools, page }: Scope): string {
  const anchor = target.anchorFound ? shownAnchor(target.anchor, target.node) : undefined;
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (target.node.id === page.node.id && hash !== '') return encodeURI(hash);
  return href(tools.options, `${target.node.url}${hash}`);
}

/** The title's own heading is not shown in the note's page: a link to it is one to the page. */
function shownAnchor(anchor: string | undefined, node: NoteNode): string | undefined {
  return anchor !== undefined && titleHeading(node)?.data?.headingId === anchor ? undefined : anchor;
}

/** Files that a browser would run rather than show, were they opened from the site. */
const ACTIVE_FILE = /\.(?:svgz?|x?html?|xht|xml|xsl|mht(?:ml)?|m?js|wasm)$/i;

function fileLink(
  target: Extract<LinkTarget, { kind: 'attachment' }>,
  { tools }: Scope,
): { href: string; download?: true } {
  const address = fileHref(target.url, tools.options) + filePlace(target);
  return ACTIVE_FILE.test(target.path) ? { href: address, download: true } : { href: address };
}

/** The `href` of an attachment; `?` and `#` may stand in a file's name. */
export function fileHref(url: string, options: Scope['tools']['options']): string {
  return href(options, url).replaceAll('?', '%3F').replaceAll('#', '%23');
}
