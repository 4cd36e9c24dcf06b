import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** The page of a note, which the full-text index knows. */
export interface IndexedPage {
  readonly url: string;
  /** What a reader sees of its note, without web addresses and without what the index leaves out. */
  readonly text: string;
  /** The same with what stands around it: title, facts, lists. */
  readonly words: string;
}

type Node = DefaultTreeAdapterTypes.Node;

const LEFT_OUT = new Set(['query-block', 'anchor', 'copy', 'citation-back', 'visually-hidden']);
const INLINE = new Set(['a', 'code', 'em', 'strong', 'b', 'i', 'span', 'mark', 'del', 'sup', 'small', 'wbr']);

/** Reads the pages of notes of a built site. */
export function readIndexedPages(out: string): readonly IndexedPage[] {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html'));
  return files.flatMap((file): readonly IndexedPage[] => {
    const html = readFileSync(path.join(out, file), 'utf8');
    if (!isNote(html)) return [];
    const tree = parse(html);
    const text = textsOf(tree, (node) => attribute(node, 'class') === 'prose');
    const words = textsOf(tree, (node) => node.nodeName === 'main');
    return [{ url: `/${file.replace(/index\.html$/, '')}`, text, words }];
  });
}

/** Whether a page is that of a note. */
export function isNote(html: string): boolean {
  return html.includes('<div class="prose">');
}

/** Whether a text holds a word as a whole: no letter or digit before or after it. */
export function holds(text: string, word: string): boolean {
  const plain = word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![a-z0-9])${plain}(?![a-z0-9])`).test(text.toLowerCase());
}

function textsOf(node: Node, isWanted: (node: Node) => boolean): string {
  if (isWanted(node)) return visibleText(node).replace(/https?:\/\/\S+/g, ' ');
  return 'childNodes' in node ? node.childNodes.map((child) => textsOf(child, isWanted)).join('') : '';
}

function visibleText(node: Node): string {
  if ('value' in node) return node.value;
  const classes = (attribute(node, 'class') ?? '').split(' ');
  if (classes.some((name) => LEFT_OUT.has(name)) || (node.nodeName === 'sup' && classes.includes('citation')))
    return '';
  if (node.nodeName === 'figcaption') return '';
  const inner = 'childNodes' in node ? node.childNodes.map(visibleText).join('') : '';
  return INLINE.has(node.nodeName) ? inner : ` ${inner} `;
}

function attribute(node: Node, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((one) => one.name === name)?.value : undefined;
}
