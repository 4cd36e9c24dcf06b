import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A resolved search as a page shows it. */
export interface ShownBlock {
  readonly path: string;
  readonly line: string;
  /** The notes listed, in order. */
  readonly notes: readonly string[];
  /** What it says outside of code. */
  readonly text: string;
}

/** What one page of the built site says, read from its HTML. */
export interface Page {
  /** As a reader would ask for it: `/rules/…/`, or `/404.html`. */
  readonly address: string;
  readonly ids: ReadonlySet<string>;
  /** The addresses of all that it links or loads, each once. */
  readonly references: ReadonlySet<string>;
  /** Those of its `<a href>`. */
  readonly anchors: ReadonlySet<string>;
  readonly blocks: readonly ShownBlock[];
  readonly h1: string;
  /** The text outside of code blocks, white space collapsed. */
  readonly text: string;
  /** The values of its `<time datetime>`. */
  readonly times: ReadonlySet<string>;
}

interface Draft {
  readonly ids: Set<string>;
  readonly references: Set<string>;
  readonly anchors: Set<string>;
  readonly blocks: ShownBlock[];
  readonly times: Set<string>;
  readonly h1: string[];
  readonly text: string[];
}

type Attributes = Readonly<Record<string, string>>;

const unread = new Set(['script', 'style', 'template']);
const addressAttributes = ['href', 'src', 'poster', 'action', 'data'];

/** The facts of one page from its HTML. */
export function readPage(address: string, html: string): Page {
  const draft: Draft = {
    ids: new Set(),
    references: new Set(),
    anchors: new Set(),
    blocks: [],
    times: new Set(),
    h1: [],
    text: [],
  };
  readChildren(parse(html, { scriptingEnabled: false }), draft);
  return { address, ...draft, h1: joinText(draft.h1), text: joinText(draft.text) };
}

function readChildren(parent: Tree.ParentNode, draft: Draft): void {
  for (const node of parent.childNodes) {
    if ('value' in node) draft.text.push(node.value);
    else if ('tagName' in node && !unread.has(node.tagName)) readElement(node, draft);
  }
}

function readElement(element: Tree.Element, draft: Draft): void {
  const { tagName } = element;
  const attributes = toAttributes(element);
  readReferences(tagName, attributes, draft);
  const id = attributes['id'] ?? (tagName === 'a' ? attributes['name'] : undefined);
  if (id !== undefined) draft.ids.add(id);
  if (attributes['datetime'] !== undefined) draft.times.add(attributes['datetime']);
  if (isQueryBlock(tagName, attributes)) draft.blocks.push(readBlock(element, attributes));

  const textBefore = draft.text.length;
  if (partsWords(tagName)) draft.text.push(' ');
  readChildren(element, draft);
  if (tagName === 'h1') draft.h1.push(...draft.text.slice(textBefore));
  if (tagName === 'pre') draft.text.length = textBefore;
  if (partsWords(tagName)) draft.text.push(' ');
}

function readReferences(tagName: string, attributes: Attributes, draft: Draft): void {
  for (const name of addressAttributes) {
    const value = attributes[name];
    if (value !== undefined && value !== '') draft.references.add(value.trim());
  }
  for (const candidate of attributes['srcset']?.split(',') ?? []) {
    const address = candidate.trim().split(/\s+/)[0];
    if (address !== undefined && address !== '') draft.references.add(address);
  }
  const { href } = attributes;
  if (tagName === 'a' && href !== undefined) draft.anchors.add(href.trim());
}

function isQueryBlock(tagName: string, attributes: Attributes): boolean {
  return tagName === 'section' && hasClass(attributes, 'query-block');
}

function readBlock(section: Tree.Element, attributes: Attributes): ShownBlock {
  const notes: string[] = [];
  const text: string[] = [];
  const visit = (parent: Tree.ParentNode): void => {
    for (const node of parent.childNodes) {
      if ('value' in node) text.push(node.value);
      if (!('tagName' in node) || unread.has(node.tagName)) continue;
      const path = toAttributes(node)['data-note-path'];
      if (node.tagName === 'a' && path !== undefined) notes.push(path);
      if (node.tagName !== 'code' && node.tagName !== 'pre') visit(node);
      text.push(' ');
    }
  };
  visit(section);
  const { 'data-path': path = '', 'data-line': line = '' } = attributes;
  return { path, line, notes, text: joinText(text) };
}

function toAttributes(element: Tree.Element): Attributes {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

function hasClass(attributes: Attributes, name: string): boolean {
  return (attributes['class'] ?? '').split(/\s+/).includes(name);
}

/** Whether an element parts the words around it: all but marks within a word. */
function partsWords(tagName: string): boolean {
  return !/^(?:abbr|b|bdi|code|em|i|kbd|mark|s|strong|sub|sup|u|var|wbr)$/.test(tagName);
}

function joinText(parts: readonly string[]): string {
  return parts.join('').replace(/\s+/g, ' ').trim();
}
