import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Span } from '../../source/index.ts';

/** Characters shown before the first match, and in all. */
const BEFORE = 60;
const LONGEST = 200;

/** The line of the first match with all its matches marked, cut where it is long; empty without a match. */
export function matchingLine(text: string, matches: readonly Span[]): ElementContent[] {
  const first = matches.reduce<Span | undefined>(
    (best, span) => (best !== undefined && best.start <= span.start ? best : span),
    undefined,
  );
  if (first === undefined) return [];
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const newline = text.indexOf('\n', first.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const from = Math.max(lineStart, first.start - BEFORE);
  const to = Math.min(lineEnd, from + LONGEST);
  const parts = [
    from > lineStart ? '…' : '',
    ...marked(text, matches, { start: from, end: to }),
    to < lineEnd ? '…' : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part));
}

function marked(text: string, matches: readonly Span[], { start, end }: Span): (ElementContent | string)[] {
  const parts: (ElementContent | string)[] = [];
  let at = start;
  for (const match of matches.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(match.start, at), Math.min(match.end, end)];
    if (from >= to) continue;
    parts.push(text.slice(at, from), h('mark', text.slice(from, to)));
    at = to;
  }
  parts.push(text.slice(at, end));
  return parts;
}
