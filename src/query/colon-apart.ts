import type { QueryNode, WordNode } from './ast.ts';
import { findOperator } from './operators.ts';
import { printQuery } from './print.ts';
import type { ReportProblem } from './problem.ts';

/** A colon of its own or before a word, but no `::before` and no `:name:` that stands for a picture. */
const COLON = /^:(?!:)(?:$|.*[^:]$)/s;

/** Warns of an operator's name that white space parts from its colon: `tag :x`. A name in quotes is text. */
export function checkColonsApart(ast: QueryNode, report: ReportProblem): void {
  const waiting: QueryNode[] = [ast];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'all') checkTerms(node.terms, report);
    if (node.kind === 'all' || node.kind === 'any') for (const term of node.terms) waiting.push(term);
    if (node.kind === 'not' || node.kind === 'operator') waiting.push(node.term);
  }
}

function checkTerms(terms: readonly QueryNode[], report: ReportProblem): void {
  for (const [at, term] of terms.entries()) {
    const name = term.kind === 'not' ? term.term : term;
    const colon = terms[at + 1];
    if (name.kind !== 'word' || colon?.kind !== 'word' || !COLON.test(colon.text)) continue;
    const operator = findOperator(name.text);
    if (operator === undefined) continue;
    const operand = colon.text === ':' ? terms[at + 2] : wordAfterColon(colon);
    const { span } = name;
    const meant =
      operand === undefined ? `${operator}:` : printQuery({ kind: 'operator', operator, term: operand, span });
    report('query/colon-apart', span, { name: name.text, nearest: term.kind === 'not' ? `-${meant}` : meant });
  }
}

function wordAfterColon({ text, span }: WordNode): WordNode {
  return { kind: 'word', text: text.slice(1), span };
}
