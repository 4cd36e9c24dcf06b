import type { Span } from '../source/index.ts';
import type { TextNode, WordNode } from './ast.ts';
import type { Token } from './lexer.ts';
import type { ReportProblem } from './problem.ts';
import { regexProblem } from './regex.ts';

/** How deep groups, negations and operators may nest before a search is refused. */
export const DEEPEST = 500;

/** Where the parser stands in the tokens of a query. */
export interface Parser {
  readonly tokens: readonly Token[];
  readonly report: ReportProblem;
  /** How many mistakes were reported so far. */
  readonly problemCount: () => number;
  at: number;
  depth: number;
  /** Groups that are open in the query, or in the property that is being read. */
  openGroups: number;
  /** The query nests too deep: nothing more is read or reported. */
  isStopped: boolean;
}

/** The token that is read next; undefined at the end. */
export function peek(parser: Parser): Token | undefined {
  return parser.tokens[parser.at];
}

/** A word, a phrase or a regular expression; undefined when the current token is none. */
export function readText(parser: Parser): TextNode | undefined {
  const token = peek(parser);
  if (token?.kind !== 'word' && token?.kind !== 'phrase' && token?.kind !== 'regex') return undefined;
  parser.at += 1;
  const problem = token.kind === 'regex' ? regexProblem(token.source) : undefined;
  if (problem !== undefined) parser.report('query/bad-regex', token.span, { problem });
  return token;
}

/** Whether a token can begin a term; `OR` does where it stands after an operator or minus sign. */
export function beginsTerm(token: Token | undefined): token is Token {
  return token !== undefined && token.kind !== 'close' && token.kind !== 'bracket-close' && token.kind !== 'colon';
}

/** Stands where a mistake was reported, so that what is around it is read as if a term were there. */
export function placeholder(span: Span | undefined): WordNode {
  return { kind: 'word', text: '', span: span ?? { start: 0, end: 0 } };
}
