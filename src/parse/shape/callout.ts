import type { Blockquote, Paragraph, PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';
import type { Callout } from '../nodes.ts';

/** `[!type]`, spaces around the type allowed; what follows `|` is for themes; then the fold. */
const MARK = /^\[!([^\]|\n]+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/;

/**
 * Turns a block quote that begins with `[!type]± title` into a callout, in place: the rest of the
 * first line becomes the title, the other lines stay. Gives undefined for other block quotes.
 */
export function asCallout(quote: Blockquote, source: string): Callout | undefined {
  const [head, ...rest] = quote.children;
  const [first] = head?.type === 'paragraph' ? head.children : [];
  if (head?.type !== 'paragraph' || first?.type !== 'text') return undefined;
  const match = MARK.exec(first.value);
  const type = match?.[1]?.trim().toLowerCase() ?? '';
  if (match === null || type === '') return undefined;
  const { title, body } = splitFirstLine(head, match[0].length, source);
  return Object.assign(quote as object, {
    type: 'callout' as const,
    calloutType: type,
    fold: match[2] === '-' ? ('closed' as const) : match[2] === '+' ? ('open' as const) : ('none' as const),
    title,
    children: body === undefined ? rest : [body, ...rest],
  }) satisfies Callout;
}

interface FirstLine {
  readonly title: PhrasingContent[];
  readonly body: Paragraph | undefined;
}

/** Parts a paragraph after its first line; `skip` characters at its start are left out. */
function splitFirstLine(paragraph: Paragraph, skip: number, source: string): FirstLine {
  const nodes = [...paragraph.children];
  const first = nodes[0];
  if (first?.type === 'text') nodes[0] = textFrom(first, skip, source);
  const at = nodes.findIndex((node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')));
  const breaking = nodes[at];
  if (breaking === undefined) return { title: nodes.filter(isNotEmpty), body: undefined };
  const before = nodes.slice(0, at);
  const after = nodes.slice(at + 1);
  if (breaking.type === 'text') {
    const eol = breaking.value.indexOf('\n');
    before.push(textTo(breaking, eol, source));
    after.unshift(textFrom(breaking, eol + 1, source));
  }
  const body = after.filter(isNotEmpty);
  const start = body[0]?.position?.start;
  if (start === undefined || paragraph.position === undefined)
    return { title: before.filter(isNotEmpty), body: undefined };
  const position = { start, end: paragraph.position.end };
  return { title: before.filter(isNotEmpty), body: { ...paragraph, children: body, position } };
}

function isNotEmpty(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== '';
}

/** The text without its first characters. */
function textFrom(text: Text, skip: number, source: string): Text {
  const { position } = text;
  const value = text.value.slice(skip);
  if (position === undefined) return { ...text, value };
  return { ...text, value, position: { start: pointOf(text, skip, source), end: position.end } };
}

/** The text's first characters. */
function textTo(text: Text, length: number, source: string): Text {
  const { position } = text;
  const value = text.value.slice(0, length).trimEnd();
  if (position === undefined) return { ...text, value };
  return { ...text, value, position: { start: position.start, end: pointOf(text, length, source) } };
}

/**
 * The place of a character of a text in the source: counted on its first line, found by the line
 * end when it begins the second, after the container's prefix.
 */
function pointOf(text: Text, index: number, source: string): Point {
  const start = text.position?.start ?? { line: 1, column: 1, offset: 0 };
  const offset = start.offset ?? 0;
  const eol = source.indexOf('\n', offset);
  if (eol === -1 || !text.value.slice(0, index).includes('\n')) {
    const to = eol === -1 ? offset + index : Math.min(offset + index, eol);
    return { line: start.line, column: start.column + to - offset, offset: to };
  }
  const prefix = /^[ \t>]*/.exec(source.slice(eol + 1, eol + 1 + 1000))?.[0].length ?? 0;
  return { line: start.line + 1, column: prefix + 1, offset: eol + 1 + prefix };
}
