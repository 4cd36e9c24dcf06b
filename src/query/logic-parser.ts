import type { Span } from '../source/index.ts';
import type { LogicNode, WordNode } from './ast.ts';
import type { Token } from './lexer.ts';
import { DEEPEST, beginsTerm, peek, placeholder } from './token-reader.ts';
import type { Parser } from './token-reader.ts';

/** What differs between a query, a property's name and a property's value: the terms that are no groups. */
export interface Dialect<Term> {
  /** Reads the term that begins at the current token; undefined when none can. */
  readonly leaf: (parser: Parser) => Term | undefined;
  readonly logic: (node: LogicNode<Term>) => Term;
  readonly word: (node: WordNode) => Term;
}

/** Terms joined by `OR`; undefined when nothing is there (which is not reported). */
export function readAny<Term extends { readonly span: Span }>(
  parser: Parser,
  dialect: Dialect<Term>,
): Term | undefined {
  const terms: Term[] = [];
  let lastOr: Token | undefined;
  for (;;) {
    const term = readAll(parser, dialect);
    const token = peek(parser);
    const or = token?.kind === 'or' ? token : undefined;
    const dangling = lastOr ?? or;
    if (term !== undefined) terms.push(term);
    else if (dangling !== undefined && !parser.isStopped) parser.report('query/dangling-or', dangling.span, {});
    if (or === undefined) break;
    parser.at += 1;
    lastOr = or;
  }
  if (terms.length > 1) return dialect.logic({ kind: 'any', terms, span: spanOf(terms) });
  return terms[0];
}

/** Terms side by side; undefined when there is none. */
function readAll<Term extends { readonly span: Span }>(parser: Parser, dialect: Dialect<Term>): Term | undefined {
  const terms: Term[] = [];
  for (let token = peek(parser); token !== undefined; token = peek(parser)) {
    if (token.kind === 'or' || token.kind === 'colon' || token.kind === 'bracket-close') break;
    if (token.kind === 'close') {
      if (parser.openGroups > 0) break;
      parser.report('query/unmatched-paren', token.span, {});
      parser.at += 1;
    } else terms.push(readTerm(parser, dialect));
  }
  if (terms.length > 1) return dialect.logic({ kind: 'all', terms, span: spanOf(terms) });
  return terms[0];
}

/** A negation, a group or a leaf. The current token must be able to begin one, or is passed over. */
function readTerm<Term extends { readonly span: Span }>(parser: Parser, dialect: Dialect<Term>): Term {
  const token = parser.tokens[parser.at];
  if (token?.kind === 'not') return readNegation(parser, dialect, token.span);
  if (token?.kind === 'open') return readGroup(parser, dialect, token.span);
  const leaf = dialect.leaf(parser);
  if (leaf !== undefined) return leaf;
  parser.at += 1;
  return dialect.word(placeholder(token?.span));
}

function readNegation<Term extends { readonly span: Span }>(parser: Parser, dialect: Dialect<Term>, minus: Span): Term {
  parser.at += 1;
  const next = peek(parser);
  if (!beginsTerm(next) || next.span.start !== minus.end) {
    parser.report('query/dangling-not', minus, {});
    return dialect.word(placeholder(minus));
  }
  const term = readDeeper(parser, minus, () => readOperand(parser, dialect, next));
  if (term === undefined) return dialect.word(placeholder(minus));
  return dialect.logic({ kind: 'not', term, span: { start: minus.start, end: term.span.end } });
}

function readGroup<Term extends { readonly span: Span }>(parser: Parser, dialect: Dialect<Term>, open: Span): Term {
  parser.at += 1;
  const before = parser.problemCount();
  parser.openGroups += 1;
  const term = readDeeper(parser, open, () => readAny(parser, dialect));
  parser.openGroups -= 1;
  if (peek(parser)?.kind === 'close') {
    parser.at += 1;
    if (term === undefined && parser.problemCount() === before) parser.report('query/empty-group', open, {});
  } else if (!parser.isStopped) parser.report('query/unclosed-paren', open, {});
  return term ?? dialect.word(placeholder(open));
}

/** The term after a minus sign or an operator, where `OR` is no longer between two terms and so is a word. */
export function readOperand<Term extends { readonly span: Span }>(
  parser: Parser,
  dialect: Dialect<Term>,
  next: Token,
): Term {
  if (next.kind !== 'or') return readTerm(parser, dialect);
  parser.at += 1;
  return dialect.word({ kind: 'word', text: 'OR', span: next.span });
}

/** Reads one level deeper; past {@link DEEPEST} the query is refused and reading ends. */
export function readDeeper<Term>(parser: Parser, span: Span, read: () => Term | undefined): Term | undefined {
  if (parser.depth >= DEEPEST) {
    if (!parser.isStopped) parser.report('query/too-deep', span, { limit: DEEPEST });
    parser.isStopped = true;
    parser.at = parser.tokens.length;
    return undefined;
  }
  parser.depth += 1;
  const term = read();
  parser.depth -= 1;
  return term;
}

function spanOf(terms: readonly { readonly span: Span }[]): Span {
  return { start: terms[0]?.span.start ?? 0, end: terms.at(-1)?.span.end ?? 0 };
}
