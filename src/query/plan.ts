import { tagKey } from './characters.ts';
import type { QueryNode } from './ast.ts';
import type { Run } from './run.ts';

/** What deciding a term costs, dearer kinds far above cheaper ones; tags by how few notes they leave. */
const COST = { tag: 0, property: 1e6, name: 2e6, text: 3e6, regex: 4e6, scope: 5e6 } as const;

/** The terms of a conjunction, those first that cost little and leave few rows. The order does not change the answer. */
export function inCheapestOrder(run: Run, terms: readonly QueryNode[]): readonly QueryNode[] {
  if (terms.length < 2) return terms;
  return terms
    .map((term) => ({ term, cost: costOf(run, term) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ term }) => term);
}

function costOf(run: Run, node: QueryNode): number {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return COST.text;
    case 'regex':
      return COST.regex;
    case 'property':
      return COST.property;
    case 'not':
      return costOf(run, node.term) + 1;
    case 'all':
    case 'any':
      // Its first terms stand for all: a plan must not itself cost a walk through the whole tree.
      return Math.max(...node.terms.slice(0, 4).map((term) => costOf(run, term)));
    case 'operator':
      return operatorCost(run, node);
  }
}

function operatorCost(run: Run, node: Extract<QueryNode, { kind: 'operator' }>): number {
  switch (node.operator) {
    case 'tag': {
      const { term } = node;
      const isName = term.kind === 'word' || term.kind === 'phrase';
      return isName ? (run.corpus.tags().get(tagKey(term.text))?.notes.length ?? 0) : COST.property;
    }
    case 'file':
    case 'path':
      return COST.name;
    case 'content':
    case 'match-case':
    case 'ignore-case':
      return costOf(run, node.term);
    default:
      return COST.scope;
  }
}

/**
 * A search that the content of a note must meet if any of its units is to meet the given one, so
 * that only such notes are divided; undefined when there is none. Negations and regular
 * expressions, whose anchors see more in a whole note, ask for nothing.
 */
export function neededInContent(node: QueryNode): QueryNode | undefined {
  switch (node.kind) {
    case 'word':
      return node;
    case 'phrase':
      return node.text === '' ? undefined : { kind: 'word', text: node.text, span: node.span };
    case 'all': {
      const terms = node.terms.map(neededInContent).filter((term) => term !== undefined);
      return terms.length === 0 ? undefined : { ...node, terms };
    }
    case 'any': {
      const terms = node.terms.map(neededInContent).filter((term) => term !== undefined);
      return terms.length < node.terms.length ? undefined : { ...node, terms };
    }
    case 'operator': {
      if (node.operator === 'file' || node.operator === 'path' || node.operator === 'tag') return undefined;
      const term = neededInContent(node.term);
      const isCase = node.operator === 'match-case' || node.operator === 'ignore-case';
      return term !== undefined && isCase ? { ...node, term } : term;
    }
    case 'not':
    case 'regex':
    case 'property':
      return undefined;
  }
}
