import type { LogicNode, PropertyNode, QueryNode, TextNode, ValueNode } from './ast.ts';
import type { OperatorName } from './operators.ts';

/** A part of a query that has no search within it, and where it stands. */
export interface Leaf {
  readonly node: TextNode | PropertyNode;
  /** The nearest operator around it that says where to look, which those of case do not; undefined when there is none. */
  readonly operator: Exclude<OperatorName, 'match-case' | 'ignore-case'> | undefined;
  /** An operator, a property or a group stands beside it. */
  readonly besideTerms: boolean;
}

/** The leaves of a query in the order of its text. */
export function leavesOf(ast: QueryNode): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: (Omit<Leaf, 'node'> & { readonly node: QueryNode })[] = [
    { node: ast, operator: undefined, besideTerms: false },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, operator, besideTerms } = next;
    switch (node.kind) {
      case 'all':
      case 'any': {
        const isMixed = node.kind === 'all' && !node.terms.every(isText);
        for (const term of node.terms.toReversed()) waiting.push({ node: term, operator, besideTerms: isMixed });
        break;
      }
      case 'not':
        waiting.push({ node: node.term, operator, besideTerms: false });
        break;
      case 'operator':
        waiting.push({ node: node.term, operator: placeOf(node.operator) ?? operator, besideTerms: false });
        break;
      case 'word':
      case 'phrase':
      case 'regex':
      case 'property':
        leaves.push({ node, operator, besideTerms });
    }
  }
  return leaves;
}

/** A part of a property's name or value that has no other within it. */
export interface PartLeaf {
  readonly node: Exclude<ValueNode, LogicNode<ValueNode>>;
  /** Others stand beside it. */
  readonly besideTerms: boolean;
}

/** The leaves of a property's value, or of its name, in the order of the text. */
export function partLeavesOf(part: ValueNode): readonly PartLeaf[] {
  const leaves: PartLeaf[] = [];
  const waiting: { readonly node: ValueNode; readonly besideTerms: boolean }[] = [{ node: part, besideTerms: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, besideTerms } = next;
    if (node.kind === 'all' || node.kind === 'any') {
      for (const term of node.terms.toReversed()) waiting.push({ node: term, besideTerms: node.kind === 'all' });
    } else if (node.kind === 'not') waiting.push({ node: node.term, besideTerms: false });
    else leaves.push({ node, besideTerms });
  }
  return leaves;
}

function isText({ kind }: QueryNode): boolean {
  return kind === 'word' || kind === 'phrase' || kind === 'regex';
}

/** The operator, unless it is one of letter case. */
function placeOf(operator: OperatorName): Leaf['operator'] {
  return operator === 'match-case' || operator === 'ignore-case' ? undefined : operator;
}
