import type { PropertyNode, QueryNode, TextNode } from './ast.ts';

/** A part of a query that has no search within it, and whether it stands inside `tag:`. */
export interface Leaf {
  readonly node: TextNode | PropertyNode;
  readonly inTag: boolean;
}

/** The leaves of a query in the order of its text. */
export function leavesOf(ast: QueryNode): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: { readonly node: QueryNode; readonly inTag: boolean }[] = [{ node: ast, inTag: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, inTag } = next;
    switch (node.kind) {
      case 'all':
      case 'any':
        for (const term of node.terms.toReversed()) waiting.push({ node: term, inTag });
        break;
      case 'not':
        waiting.push({ node: node.term, inTag });
        break;
      case 'operator':
        waiting.push({ node: node.term, inTag: staysInTag(node.operator, inTag) });
        break;
      case 'word':
      case 'phrase':
      case 'regex':
      case 'property':
        leaves.push({ node, inTag });
    }
  }
  return leaves;
}

/** Case has no meaning for tags, so its operators stay inside; any other operator looks at something else. */
function staysInTag(operator: string, inTag: boolean): boolean {
  return operator === 'tag' || (inTag && (operator === 'match-case' || operator === 'ignore-case'));
}
