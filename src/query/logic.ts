import type { LogicNode } from './ast.ts';
import { join, without } from './rows.ts';
import type { Rows } from './rows.ts';

/** The rows that meet a combination of terms, told by what decides a single term. Each term sees only the rows still open. */
export function evaluateLogic<Term>(
  node: LogicNode<Term>,
  rows: Rows,
  evaluate: (term: Term, rows: Rows) => Rows,
): Rows {
  switch (node.kind) {
    case 'all': {
      let left = rows;
      for (const term of node.terms) {
        if (left.length === 0) break;
        left = evaluate(term, left);
      }
      return left;
    }
    case 'any': {
      const found: Rows[] = [];
      let left = rows;
      for (const term of node.terms) {
        if (left.length === 0) break;
        const part = evaluate(term, left);
        found.push(part);
        left = without(left, part);
      }
      return join(found);
    }
    case 'not':
      return without(rows, evaluate(node.term, rows));
  }
}
