import type { Heading, RootContent } from 'mdast';
import { leadingTechniqueId } from '../../domain/index.ts';
import type { NoteNode } from '../../graph/index.ts';
import { plainText } from '../../parse/index.ts';

/**
 * The heading that opens a note and only repeats the page's title or the file's name; undefined
 * when the note opens otherwise. Technique ids, punctuation and letter case do not count.
 */
export function titleHeading(node: NoteNode): Heading | undefined {
  const first = node.note.tree.children.find((child) => !isUnseen(child));
  if (first?.type !== 'heading') return undefined;
  const text = plainText(first.children);
  return [node.title, node.note.name].some((title) => isSameTitle(text, title)) ? first : undefined;
}

/** Whether a block shows nothing of itself in a page. */
export function isUnseen(node: RootContent): boolean {
  if (node.type === 'paragraph') return node.children.every(({ type }) => type === 'comment');
  return node.type === 'yaml' || node.type === 'comment' || node.type === 'definition';
}

function isSameTitle(a: string, b: string): boolean {
  const [left, right] = [core(a), core(b)];
  if (left === right) return left !== '';
  // names that went through an old code page differ in their accented letters alone
  const [plainLeft, plainRight] = [asciiOf(left), asciiOf(right)];
  return plainLeft === plainRight && plainLeft.length > 4 && left.length - plainLeft.length < 4;
}

function core(title: string): string {
  const id = leadingTechniqueId(title);
  const name = id === undefined ? title : title.trim().slice(id.length);
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? title.toLowerCase().trim() : letters;
}

function asciiOf(text: string): string {
  return text.replace(/[^a-z0-9]/g, '');
}
