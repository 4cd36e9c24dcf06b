import type { Nodes } from 'mdast';
import type { ParsedNote } from '../../parse/index.ts';
import type { Span } from '../../source/index.ts';

/** A note's text without its properties and without what is never published: `%%…%%` and `<!-- … -->`. */
export function publishedText({ file, frontmatter, tree }: ParsedNote): string {
  const start = frontmatter.span?.end ?? 0;
  const hidden = file.text.includes('%%') ? commentSpans(tree) : [];
  return withoutHtmlComments(cutOut(file.text, start, hidden));
}

/** In the order of the text. */
function commentSpans(tree: Nodes): readonly Span[] {
  const spans: Span[] = [];
  const open: Nodes[] = [tree]; // a stack of its own: notes may nest deeper than calls can
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const span = node.type === 'comment' ? spanOf(node) : undefined;
    if (span !== undefined) spans.push(span);
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return spans.sort((a, b) => a.start - b.start);
}

function spanOf({ position }: Nodes): Span | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function cutOut(text: string, start: number, spans: readonly Span[]): string {
  const kept: string[] = [];
  let from = start;
  for (const { start: next, end } of spans) {
    kept.push(text.slice(from, Math.max(from, next)));
    from = Math.max(from, end);
  }
  return [...kept, text.slice(from)].join(' ');
}

function withoutHtmlComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', from)) {
    kept.push(text.slice(from, at));
    const end = text.indexOf('-->', at + 4);
    from = end === -1 ? text.length : end + 3;
  }
  return [...kept, text.slice(from)].join(' ');
}
