import type { FootnoteDefinition, List, Paragraph, PhrasingContent } from 'mdast';
import { derive, plainText } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import type { Span } from '../../source/index.ts';
import { sectionsOf, spanOf } from './sections.ts';
import { nodesOf } from './tree-walk.ts';

/** A source that a note lists, and that `(Citation: name)` marks can mean. */
export interface Reference {
  /** The names that it goes by, folded by {@link referenceName}. */
  readonly names: readonly string[];
  /** Its number in the list, as readers see it; 0 for a footnote, whose number its use gives. */
  readonly number: number;
  /** The offset in the note of the list item or paragraph that holds it. */
  readonly offset: number;
  /** The offset of the mark that it begins with, `(Citation: name) address`, which cites nothing; else undefined. */
  readonly mark: number | undefined;
  /** The identifier of the footnote that it is; undefined for an entry of a list. */
  readonly footnote: string | undefined;
  /** Whether the note cites it. */
  readonly isCited: boolean;
}

/** What a note cites. */
export interface NoteCitations {
  readonly references: readonly Reference[];
  /** Marks that mean no reference of the note. */
  readonly unresolved: readonly Span[];
}

const TITLE = /^(?:references?|citations?|sources|bibliography|external references):?$/i;
const ADDRESS = /https?:\/\/\S+/;

/**
 * The sources that a note lists and the citations that mean none of them. Sources stand under a heading such as
 * References, one a list item or line (`Name: address`, `[Name](address)`, `(Citation: Name) address`, numbered or
 * not), or in footnotes that begin alike or are called by the name. A note without citations lists none.
 */
export function citationsOf(note: ParsedNote): NoteCitations {
  return derive(note, 'citations', () => readCitations(note));
}

/** The form in which names are compared: letter case, spaces and what ends a name do not count. */
export function referenceName(name: string): string {
  const text = name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s[("'“]+/, '');
  // Steps backwards, so that a name of many such marks takes linear time.
  let end = text.length;
  while (end > 0 && /[\s:.,;\])"'”–—-]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function readCitations(note: ParsedNote): NoteCitations {
  const cited = [...nodesOf(note.tree)].filter((node) => node.type === 'citation');
  if (cited.length === 0) return { references: [], unresolved: [] };
  const entries = [...listed(note), ...footnotes(note)];
  const marks = new Set(entries.map(({ mark }) => mark));
  const citations = cited.filter((node) => !marks.has(spanOf(node).start));
  const wanted = new Set(citations.map(({ name }) => referenceName(name)));
  const known = new Set(entries.flatMap(({ names }) => names));
  return {
    references: entries.map((entry) => ({ ...entry, isCited: entry.names.some((name) => wanted.has(name)) })),
    unresolved: citations.filter(({ name }) => !known.has(referenceName(name))).map(spanOf),
  };
}

type Entry = Omit<Reference, 'isCited'>;

function listed(note: ParsedNote): readonly Entry[] {
  const found: Entry[] = [];
  for (const { nodes } of sectionsOf(note, (heading) => TITLE.test(plainText(heading.children).trim()))) {
    for (const node of nodes) {
      if (node.type === 'list') found.push(...itemsOf(node, found.length));
      if (node.type === 'paragraph') found.push(...linesOf(node, found.length));
    }
  }
  return found;
}

function itemsOf(list: List, before: number): readonly Entry[] {
  const first = list.ordered === true ? (list.start ?? 1) : before + 1;
  return list.children.map((item, index) => {
    const [content] = item.children;
    const said = entryIn(content?.type === 'paragraph' ? content.children : []);
    return { ...said, number: first + index, offset: spanOf(item).start, footnote: undefined };
  });
}

/** The lines of a paragraph that name a source each. */
function linesOf(paragraph: Paragraph, before: number): readonly Entry[] {
  const { start: offset } = spanOf(paragraph);
  return inLines(paragraph.children)
    .filter((line) => ADDRESS.test(addressText(line)) || line[0]?.type === 'citation')
    .map((line, index) => ({ ...entryIn(line), number: before + index + 1, offset, footnote: undefined }));
}

function footnotes(note: ParsedNote): readonly Entry[] {
  return note.tree.children
    .filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
    .map((node) => {
      const [content] = node.children;
      const { names, mark } = entryIn(content?.type === 'paragraph' ? content.children : []);
      const called = referenceName(node.label ?? node.identifier);
      const { start: offset } = spanOf(node);
      return { names: [...names, called], mark, number: 0, offset, footnote: node.identifier };
    });
}

/** What an entry may be called by: its mark, its first link or bold words, or what stands before its address. */
function entryIn(nodes: readonly PhrasingContent[]): Pick<Entry, 'names' | 'mark'> {
  const names: string[] = [];
  const first = nodes.find((node) => node.type !== 'text' || node.value.trim() !== '');
  if (first?.type === 'citation') names.push(first.name);
  if (first?.type === 'link' || first?.type === 'strong') names.push(plainText(first.children));
  const [before = ''] = addressText(nodes).split(ADDRESS, 1);
  const name = before.replace(/^\s*(?:\[\d+\]|\d+[.)])\s*/, '');
  names.push(name, ...name.split(/:\s/, 1));
  return {
    names: [...new Set(names.map(referenceName))].filter((one) => one !== ''),
    mark: first?.type === 'citation' ? spanOf(first).start : undefined,
  };
}

/** The text of inline nodes, an address in the place of each link. */
function addressText(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => (node.type === 'link' ? node.url : plainText([node]))).join('');
}

/** Inline nodes parted at line breaks. */
function inLines(nodes: readonly PhrasingContent[]): readonly (readonly PhrasingContent[])[] {
  const lines: PhrasingContent[][] = [[]];
  const add = (node: PhrasingContent): void => void lines.at(-1)?.push(node);
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text') add(node);
    else
      node.value.split('\n').forEach((value, index) => {
        if (index > 0) lines.push([]);
        add({ type: 'text', value });
      });
  }
  return lines;
}
