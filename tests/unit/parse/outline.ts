import type { Nodes } from 'mdast';
import type { ParsedNote } from '../../../src/parse/index.ts';
import { parseNote } from '../../../src/parse/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

/** Reads a text as the note `Folder/Note.md`. */
export function readText(text: string): ParsedNote {
  return parseNote({ path: vaultPath('Folder/Note.md'), text, encoding: 'utf-8' });
}

/** A tree on one line: `paragraph("a " wikiLink[b])`. */
export function outline(text: string): string {
  return readText(text)
    .tree.children.map((node) => outlineOf(node))
    .join(' ');
}

function outlineOf(node: Nodes): string {
  const children = (nodes: readonly Nodes[]): string => nodes.map(outlineOf).join(' ');
  const mark = marksOf(node);
  if (node.type === 'text') return JSON.stringify(node.value);
  if (node.type === 'callout') {
    const title = node.title.length === 0 ? '' : `${children(node.title)} | `;
    return `callout${mark}(${title}${children(node.children)})`;
  }
  if ('value' in node) return `${node.type}${mark}[${node.value}]`;
  return 'children' in node ? `${node.type}${mark}(${children(node.children)})` : `${node.type}${mark}`;
}

function marksOf(node: Nodes): string {
  if (node.type === 'inlineTag' || node.type === 'citation') return `[${node.name}]`;
  if (node.type === 'link' || node.type === 'image') return `[${node.url}]`;
  if (node.type === 'wikiLink') {
    const anchor = node.anchor === undefined ? '' : `#${node.anchor}`;
    const label = node.label === undefined ? '' : `|${node.label}`;
    return `${node.embed ? '!' : ''}[${node.target}${anchor}${label}]`;
  }
  const { blockId, task } = node.data ?? {};
  const callout = node.type === 'callout' ? `:${node.calloutType}:${node.fold}` : '';
  return `${callout}${blockId === undefined ? '' : `^${blockId}`}${task === undefined ? '' : `<${task}>`}`;
}
