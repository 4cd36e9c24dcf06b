import type { PropertyNode, QueryNode, TextNode } from './ast.ts';

/** A part of a query that has no search within it, and where it stands. */
export interface Leaf {
  readonly node: TextNode | PropertyNode;
  readonly inTag: boolean;
  /** An operator, a property or a group stands beside it. */
  readonly besideTerms: boolean;
}

/** The leaves of a query in the order of its text. */
export function leavesOf(ast: QueryNode): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: (Omit<Leaf, 'node'> & { readonly node: QueryNode })[] = [
    { node: ast, inTag: false, besideTerms: false },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, inTag, besideTerms } = next;
    switch (node.kind) {
      case 'all':
      case 'any': {
        const isMixed = node.kind === 'all' && !node.terms.every(isText);
        for (const term of node.terms.toReversed()) waiting.push({ node: term, inTag, besideTerms: isMixed });
        break;
      }
      case 'not':
        waiting.push({ node: node.term, inTag, besideTerms: false });
        break;
      case 'operator':
        waiting.push({ node: node.term, inTag: staysInTag(node.operator, inTag), besideTerms: false });
        break;
      case 'word':
      case 'phrase':
      case 'regex':
      case 'property':
        leaves.push({ node, inTag, besideTerms });
    }
  }
  return leaves;
}

function isText({ kind }: QueryNode): boolean {
  return kind === 'word' || kind === 'phrase' || kind === 'regex';
}

/** Case has no meaning for tags, so its operators stay inside; any other operator looks at something else. */
function staysInTag(operator: string, inTag: boolean): boolean {
  return operator === 'tag' || (inTag && (operator === 'match-case' || operator === 'ignore-case'));
}
