import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { diagnose } from '../../diagnostics/index.ts';
import type { LinkTarget } from '../../graph/index.ts';
import type { Place } from '../../source/index.ts';
import { linkTo, noteHref, spanOf } from './links.ts';
import type { LinkSource } from './links.ts';
import { notePart } from './note-part.ts';
import { scopeOf } from './scope.ts';
import type { PageState, Scope } from './scope.ts';

/** Embeds within embeds, counted from the page's own. */
const DEEPEST = 5;
/** Embeds in a page. */
const MOST_EMBEDS = 200;
/** Characters of Markdown and of results that a page takes from embeds. */
const MOST_CHARACTERS = 1_000_000;

type NoteTarget = Extract<LinkTarget, { kind: 'note' }>;

/**
 * A note, or the part of it that the anchor names, shown in place. It is a link instead where it
 * would hold itself, where too much is embedded already, or where the part is not there.
 */
export function embedNote(target: NoteTarget, source: LinkSource): ElementContent[] {
  const { scope } = source;
  const at = scope.embeddedAt ?? scope.page.placeOf(spanOf(source.node));
  const part = target.anchorFound && mayEmbed(target, scope, at) ? notePart(target.node, target.anchor) : undefined;
  const label: ElementContent = { type: 'text', value: partTitle(target) };
  if (part === undefined || !hasRoom(target, { scope, size: part.size, at })) return linkTo(target, [label], source);
  const key = trailKey(target);
  const inner = scopeOf(target.node, { ...scope, trail: [...scope.trail, key], embeddedAt: at });
  scope.page.embeds += 1;
  scope.page.embeddedSize += part.size;
  const content = scope.toHast(part.tree, inner);
  prefixIds(content, `e${scope.page.embeds}-`);
  const title = h('p.embed-title', h('a.internal', { href: noteHref(target, scope) }, [label]));
  return [h('div.embed', title, content.children as ElementContent[])]; // no doctype stands in our trees
}

/** What names an embed in a trail: the note and the part of it. */
export function trailKey({ node, anchor }: Pick<NoteTarget, 'node' | 'anchor'>): string {
  return `${node.path}#${anchor ?? ''}`;
}

function partTitle({ node, anchor }: NoteTarget): string {
  const heading = node.note.headings.find(({ id }) => id === anchor);
  return heading === undefined ? node.title : `${node.title} > ${heading.text}`;
}

function mayEmbed(target: NoteTarget, { page, trail }: Scope, at: Place): boolean {
  const before = trail.indexOf(trailKey(target));
  // a circle that no part of the page belongs to is reported by the pages that it goes through
  const [own = ''] = trail;
  if (before !== -1 && trail.slice(before).some((key) => key.startsWith(own)))
    page.diagnostics.push(diagnose('links/embed-cycle', at, { target: target.node.title }));
  if (before !== -1) return false;
  if (trail.length <= DEEPEST && page.embeds < MOST_EMBEDS) return true;
  reportLimit(target, page, at);
  return false;
}

interface Wish {
  readonly scope: Scope;
  readonly size: number;
  readonly at: Place;
}

function hasRoom(target: NoteTarget, { scope: { page }, size, at }: Wish): boolean {
  if (page.embeddedSize + size <= MOST_CHARACTERS) return true;
  reportLimit(target, page, at);
  return false;
}

function reportLimit(target: NoteTarget, page: PageState, at: Place): void {
  if (!page.isEmbedLimitReported)
    page.diagnostics.push(diagnose('links/embed-limit', at, { target: target.node.title }));
  page.isEmbedLimitReported = true;
}

/** Keeps the ids of embedded text apart from the page's, and what refers to them in step. */
function prefixIds(content: HtmlRoot, prefix: string): void {
  const elements: Element[] = [];
  visit(content, 'element', (element) => void elements.push(element));
  const ids = new Set(elements.map(({ properties }) => properties.id).filter((id) => id !== undefined));
  if (ids.size === 0) return;
  for (const { properties } of elements) {
    const { id, href, ariaDescribedBy } = properties;
    if (typeof id === 'string') properties.id = prefix + id;
    if (typeof href === 'string' && href.startsWith('#') && ids.has(href.slice(1)))
      properties.href = `#${prefix}${href.slice(1)}`;
    if (Array.isArray(ariaDescribedBy)) properties.ariaDescribedBy = ariaDescribedBy.map((name) => `${prefix}${name}`);
  }
}
