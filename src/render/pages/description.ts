import type { Nodes, Root } from 'mdast';
import { derive } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';

/** HTML that only shapes text; anything else that looks like a tag (`<pid>`) is text. */
const SHAPING_TAG = /<\/?(?:a|abbr|b|br|code|div|em|i|img|kbd|p|pre|s|small|span|strong|sub|sup|u)\b[^<>]*>/gi;

/** How much of a paragraph is read: enough for any description. */
const MOST_CHARACTERS = 1000;

/** The {@link firstParagraph} of a note, read once. */
export function openingOf(note: ParsedNote): string {
  return derive(note, 'opening', () => firstParagraph(note.tree));
}

/** The plain text of a note's first paragraph that has any, white space collapsed; empty when there is none. */
export function firstParagraph(root: Root): string {
  for (const node of root.children) {
    const text = node.type === 'paragraph' ? visibleText(node) : '';
    if (text !== '') return text;
  }
  return '';
}

/**
 * What a reader sees of a node as plain text, white space collapsed, cut off after some thousand
 * characters. Unlike the parser's `plainText` it takes a paragraph nested to any depth and keeps `<pid>`.
 */
function visibleText(node: Nodes): string {
  const parts: string[] = [];
  const open: Nodes[] = [node];
  let length = 0;
  for (let next = open.pop(); next !== undefined && length < MOST_CHARACTERS; next = open.pop()) {
    const text = ownText(next);
    parts.push(text);
    length += text.length;
    if ('children' in next) for (const child of next.children.toReversed()) open.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The text that a node itself adds; empty for one that only holds others, and for what is never shown. */
function ownText(node: Nodes): string {
  if (node.type === 'wikiLink') return node.embed ? '' : (node.label ?? node.target);
  if (node.type === 'inlineTag') return `#${node.name}`;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (node.type === 'comment') return '';
  if (node.type === 'html')
    return node.value.startsWith('<!--')
      ? ''
      : node.value.replace(SHAPING_TAG, (tag) => (/^<br/i.test(tag) ? ' ' : ''));
  return 'value' in node ? node.value : '';
}

/**
 * Shortens a text to whole sentences of at most `limit` characters, or, where the first sentence
 * is longer, at a word with an ellipsis.
 */
export function shorten(text: string, limit = 160): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  const sentence = lastSentenceEnd(flat.slice(0, limit + 1));
  if (sentence >= limit / 3) return flat.slice(0, sentence);
  const space = flat.lastIndexOf(' ', limit - 1);
  const cut = flat.slice(0, space > 0 ? space : limit - 1);
  return `${cut.replace(/[\s,;:(\u2013\ud800-\udbff-]+$/, '')}…`;
}

/** Where the last whole sentence ends that is followed by a space; 0 when there is none. */
function lastSentenceEnd(text: string): number {
  return Math.max(...['. ', '! ', '? '].map((end) => text.lastIndexOf(end))) + 1;
}
