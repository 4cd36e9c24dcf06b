import { tagKey } from './characters.ts';
import { isScope } from './operators.ts';
import type { ScopeName } from './operators.ts';
import type { OperatorNode, QueryNode } from './ast.ts';
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
  const { operator, term } = node;
  if (isScope(operator)) return COST.scope;
  switch (operator) {
    case 'tag': {
      const isName = term.kind === 'word' || term.kind === 'phrase';
      return isName ? (run.corpus.tags().get(tagKey(term.text))?.notes.length ?? 0) : COST.property;
    }
    case 'file':
    case 'path':
      return COST.name;
    case 'content':
    case 'match-case':
    case 'ignore-case':
      return costOf(run, term);
  }
}

/**
 * A search that the content of a note must meet if any of its units is to meet the given one, so
 * that only such notes are divided; undefined when there is none. Negations ask for nothing.
 * Regular expressions do where units are whole lines, whose anchors are also those of the note; but a
 * section ends after its last line end, where `$` holds in it and not in the note. Those that look
 * around do not: what they look at may go on behind the unit.
 */
export function neededInContent(node: QueryNode, scope: ScopeName): QueryNode | undefined {
  switch (node.kind) {
    case 'word':
      return node;
    case 'phrase':
      return node.text === '' ? undefined : { kind: 'word', text: node.text, span: node.span };
    case 'regex':
      return isNeeded(node.source, scope) ? node : undefined;
    case 'all': {
      const terms = neededTerms(node.terms, scope);
      return terms.length === 0 ? undefined : { ...node, terms };
    }
    case 'any': {
      const terms = neededTerms(node.terms, scope);
      return terms.length < node.terms.length ? undefined : { ...node, terms };
    }
    case 'operator':
      return neededOfOperator(node, scope);
    case 'not':
    case 'property':
      return undefined;
  }
}

/** Whether a note matches an expression wherever one of its units does. */
function isNeeded(source: string, scope: ScopeName): boolean {
  if (scope !== 'line' && scope !== 'section') return false;
  return !/\(\?<?[!=]/.test(source) && !(scope === 'section' && source.includes('$'));
}

/**
 * A text that every line must hold if it is to meet a search which its note needs: the longest of
 * those side by side; undefined when there is none.
 */
export function anchorOf(needed: QueryNode | undefined): string | undefined {
  if (needed?.kind === 'word') return needed.text === '' ? undefined : needed.text;
  if (needed?.kind !== 'all') return undefined;
  let longest = '';
  for (const term of needed.terms) if (term.kind === 'word' && term.text.length > longest.length) longest = term.text;
  return longest === '' ? undefined : longest;
}

function neededTerms(terms: readonly QueryNode[], scope: ScopeName): readonly QueryNode[] {
  return terms.map((term) => neededInContent(term, scope)).filter((term) => term !== undefined);
}

function neededOfOperator(node: OperatorNode, scope: ScopeName): QueryNode | undefined {
  const { operator } = node;
  if (isScope(operator)) return neededInContent(node.term, scope === 'line' || scope === 'section' ? operator : scope);
  switch (operator) {
    case 'file':
    case 'path':
    case 'tag':
      return undefined;
    case 'content':
      return neededInContent(node.term, scope);
    case 'match-case':
    case 'ignore-case': {
      const term = neededInContent(node.term, scope);
      return term === undefined ? undefined : { ...node, term };
    }
  }
}
