import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { List, Nodes } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import { referenceName } from '../../graph/index.ts';
import type { Reference } from '../../graph/index.ts';
import type { Citation } from '../../parse/index.ts';
import { href } from '../href.ts';
import { spanOf } from './links.ts';
import type { Scope, State } from './scope.ts';

/** A `(Citation: name)`: the number of its source, linked to the list, or the name where the note does not list it. */
export function citationToHast(state: State, node: Citation, scope: Scope): ReturnType<State['one']> {
  const { references, page } = scope;
  if (references.marks.has(spanOf(node).start)) return { type: 'text', value: node.name };
  const reference = references.byName.get(referenceName(node.name));
  if (reference === undefined) return unresolved(node.name);
  if (reference.footnote !== undefined) {
    const { footnote: identifier } = reference;
    if (page.linkDepth > 0) return undefined;
    return defaultHandlers.footnoteReference(state, { type: 'footnoteReference', identifier, label: identifier });
  }
  const text = `[${reference.number}]`;
  return h('sup.citation', page.linkDepth > 0 ? text : citationLink(reference, { text, name: node.name }, scope));
}

function citationLink(
  { number }: Reference,
  { text, name }: { readonly text: string; readonly name: string },
  { tools, node, embeddedAt }: Scope,
): Element {
  const hash = `#reference-${number}`;
  const ariaLabel = `${text} ${name}`;
  // An embed may show a part without the list: its citations lead to the note's own page.
  if (embeddedAt !== undefined) return h('a', { href: href(tools.options, `${node.url}${hash}`), ariaLabel }, text);
  return h('a', { id: `citation-${number}`, href: hash, ariaLabel }, text);
}

function unresolved(name: string): Element {
  const hidden = h('span.visually-hidden', ' (source not listed)');
  return h('cite.citation.unresolved', { title: 'This note does not list the source' }, [`[${name}]`, hidden]);
}

/** A list as numbered as its citations are. */
export function numberedList(list: List, { references }: Scope): List {
  const entries = list.children.map((item) => references.at.get(spanOf(item).start)?.[0]);
  if (list.ordered === true || !entries.some((entry) => entry?.isCited === true)) return list;
  return { ...list, ordered: true, start: entries[0]?.number ?? 1 };
}

/** Gives the element of an item or paragraph that holds sources the places that citations lead to, and a way back. */
export function withReferences(
  node: Nodes,
  result: ElementContent | ElementContent[],
  { references, embeddedAt }: Scope,
): ElementContent | ElementContent[] {
  const cited = references.at
    .get(spanOf(node).start)
    ?.filter(({ isCited, footnote }) => isCited && footnote === undefined);
  const [first] = Array.isArray(result) ? result : [result];
  if (cited === undefined || embeddedAt !== undefined || first?.type !== 'element') return result;
  first.children.unshift(...cited.map(({ number }) => h('span', { id: `reference-${number}` })));
  const last = first.children.findLast((child) => child.type === 'element' && child.tagName === 'p') ?? first;
  const back = cited.flatMap(({ number }) => [
    { type: 'text', value: ' ' } as const,
    h('a.citation-back', { href: `#citation-${number}`, ariaLabel: `Back to citation ${number}` }, '↩'),
  ]);
  if (last.type === 'element') last.children.push(...back);
  return result;
}
