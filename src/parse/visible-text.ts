import type { Nodes } from 'mdast';
import type { Span } from '../source/index.ts';
import { derive } from './derive.ts';
import type { ParsedNote } from './parsed-note.ts';

/**
 * A note's text with what is never published blank, character for character: `%%…%%`, and `<!-- … -->` where it is
 * HTML. Code keeps both.
 */
export function visibleText(note: ParsedNote): string {
  const { text } = note.file;
  if (!text.includes('%%') && !text.includes('<!--')) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of derive(note, 'comments', () => commentSpans(note.tree, text))) {
    if (end <= from) continue;
    const begin = Math.max(from, start);
    parts.push(text.slice(from, begin), text.slice(begin, end).replace(/[^\n]/g, ' '));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** In the order of the text. */
function commentSpans(tree: Nodes, text: string): readonly Span[] {
  const spans: Span[] = [];
  const open: Nodes[] = [tree]; // a stack of its own: notes may nest deeper than calls can
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'comment') spans.push(span);
    else if (node.type === 'html') spans.push(...htmlComments(text.slice(span.start, span.end), span.start));
    if ('children' in node) for (const child of node.children) open.push(child);
    if (node.type === 'callout') for (const child of node.title) open.push(child);
  }
  return spans.sort((a, b) => a.start - b.start);
}

function htmlComments(html: string, offset: number): readonly Span[] {
  const spans: Span[] = [];
  for (let at = html.indexOf('<!--'); at !== -1; at = html.indexOf('<!--', (spans.at(-1)?.end ?? 0) - offset)) {
    const close = html.indexOf('-->', at + 4);
    const end = close === -1 ? html.length : close + 3;
    spans.push({ start: offset + at, end: offset + end });
  }
  return spans;
}
