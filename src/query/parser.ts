import type { QueryProblem } from './answer.ts';
import type { QueryNode } from './ast.ts';
import { lex } from './lexer.ts';
import type { Token } from './lexer.ts';
import { readAny, readDeeper, readOperand } from './logic-parser.ts';
import type { Dialect } from './logic-parser.ts';
import { collectProblems } from './problem.ts';
import { readProperty } from './property-parser.ts';
import { beginsTerm, peek, placeholder, readText } from './token-reader.ts';
import type { Parser } from './token-reader.ts';

const queryDialect: Dialect<QueryNode> = { leaf: readQueryLeaf, logic: (node) => node, word: (node) => node };

/** What reading a query's text gives: its tree, or the mistakes in the order of the text. */
export interface ParsedQuery {
  /** Undefined when there is any problem. */
  readonly ast: QueryNode | undefined;
  readonly problems: readonly QueryProblem[];
}

/** Reads a search (A4). Never throws; every mistake that can be told from the text alone is found (A9). */
export function parseQuery(text: string): ParsedQuery {
  const collector = collectProblems(text);
  const parser: Parser = {
    tokens: lex(text, collector.report),
    report: collector.report,
    problemCount: collector.count,
    at: 0,
    depth: 0,
    openGroups: 0,
    isStopped: false,
  };
  const ast = readAny(parser, queryDialect);
  if (ast === undefined && collector.count() === 0) collector.report('query/empty-query', { start: 0, end: 0 }, {});
  const problems = collector.problems();
  return { ast: problems.length === 0 ? ast : undefined, problems };
}

/** Text, an operator or a property. */
function readQueryLeaf(parser: Parser): QueryNode | undefined {
  const token = peek(parser);
  if (token?.kind === 'operator') return readOperator(parser, token);
  return token?.kind === 'bracket-open' ? readProperty(parser, token.span) : readText(parser);
}

function readOperator(parser: Parser, token: Extract<Token, { kind: 'operator' }>): QueryNode {
  const { operator, span } = token;
  parser.at += 1;
  const next = peek(parser);
  if (!beginsTerm(next) || (next.kind === 'or' && next.span.start !== span.end)) {
    parser.report('query/empty-operator', span, { operator });
    return placeholder(span);
  }
  const term = readDeeper(parser, span, () => readOperand(parser, queryDialect, next));
  if (term === undefined) return placeholder(span);
  return { kind: 'operator', operator, term, span: { start: span.start, end: term.span.end } };
}
