import type { Span } from '../source/index.ts';
import type { NameNode, PropertyNode, ValueNode } from './ast.ts';
import { readComparison } from './comparison.ts';
import { readAny } from './logic-parser.ts';
import type { Dialect } from './logic-parser.ts';
import { peek, placeholder, readText } from './token-reader.ts';
import type { Parser } from './token-reader.ts';

const nameDialect: Dialect<NameNode> = { leaf: readNameLeaf, logic: (node) => node, word: (node) => node };
const valueDialect: Dialect<ValueNode> = { leaf: readValueLeaf, logic: (node) => node, word: (node) => node };

/** `[name]` or `[name:value]`; the current token is its opening bracket. */
export function readProperty(parser: Parser, open: Span): PropertyNode {
  parser.at += 1;
  const outerGroups = parser.openGroups;
  parser.openGroups = 0;
  const before = parser.problemCount();
  const name = readAny(parser, nameDialect);
  const hasValue = peek(parser)?.kind === 'colon';
  if (hasValue) parser.at += 1;
  const value = hasValue ? readAny(parser, valueDialect) : undefined;
  parser.openGroups = outerGroups;
  const isNameless = name === undefined || (name.kind === 'phrase' && name.text === '');
  if ((isNameless || (hasValue && value === undefined)) && parser.problemCount() === before && !parser.isStopped) {
    parser.report('query/empty-property', open, { part: isNameless ? 'name' : 'value' });
  }
  const close = peek(parser);
  if (close?.kind === 'bracket-close') parser.at += 1;
  const span = { start: open.start, end: close?.span.end ?? open.end };
  return { kind: 'property', name: name ?? placeholder(open), value, span };
}

/** A part of a property's name: plain words side by side are one name, `[due date]`. */
function readNameLeaf(parser: Parser): NameNode | undefined {
  const first = readText(parser);
  if (first?.kind !== 'word') return first;
  let { text, span } = first;
  for (let next = peek(parser); next?.kind === 'word'; next = peek(parser)) {
    text += ` ${next.text}`;
    span = { start: span.start, end: next.span.end };
    parser.at += 1;
  }
  return { kind: 'word', text, span };
}

/** A part of a property's value: text, `null`, `empty`, `true`, `false` or a comparison (A8). */
function readValueLeaf(parser: Parser): ValueNode | undefined {
  const leaf = readText(parser);
  if (leaf?.kind !== 'word') return leaf;
  const literal = leaf.text.toLowerCase();
  switch (literal) {
    case 'null':
    case 'empty':
      return { kind: 'literal', literal: 'null', span: leaf.span };
    case 'true':
    case 'false':
      return { kind: 'literal', literal, span: leaf.span };
    default:
      return readComparison(parser, leaf);
  }
}
