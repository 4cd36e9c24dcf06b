import type { LogicNode, NameNode, QueryNode, TextNode, ValueNode } from './ast.ts';

/**
 * The canonical text of a search: one space between terms, brackets only where they are needed.
 * `parseQuery` reads the same tree from it.
 */
export function printQuery(node: QueryNode): string {
  switch (node.kind) {
    case 'operator':
      return `${node.operator}:${printOperand(node.term, printQuery)}`;
    case 'property': {
      const printed = printName(node.name);
      // Two brackets would begin a link.
      const name = printed.startsWith('[') ? ` ${printed}` : printed;
      return node.value === undefined ? `[${name}]` : `[${name}:${printValue(node.value)}]`;
    }
    case 'all':
    case 'any':
    case 'not':
      return printLogic(node, printQuery);
    case 'word':
    case 'phrase':
    case 'regex':
      return printText(node);
  }
}

/** The canonical text of a property's name. */
export function printName(node: NameNode): string {
  switch (node.kind) {
    case 'all':
      // Words side by side would be read as one name.
      return node.terms
        .map((term) => (term.kind === 'word' ? `(${term.text})` : printOperand(term, printName)))
        .join(' ');
    case 'any':
      return printLogic(node, printName);
    case 'not': {
      const { term } = node;
      return term.kind === 'word' && term.text.includes(' ') ? `-(${term.text})` : printLogic(node, printName);
    }
    case 'word':
    case 'phrase':
    case 'regex':
      return printText(node);
  }
}

/** The canonical text of a property's value. */
export function printValue(node: ValueNode): string {
  switch (node.kind) {
    case 'literal':
      return node.literal;
    case 'comparison':
      return `${node.comparator}${node.operand}`;
    case 'all':
    case 'any':
    case 'not':
      return printLogic(node, printValue);
    case 'word':
    case 'phrase':
    case 'regex':
      return printText(node);
  }
}

interface Printable {
  readonly kind: string;
}

function printLogic<Term extends Printable>(node: LogicNode<Term>, print: (term: Term) => string): string {
  switch (node.kind) {
    case 'all':
      return node.terms.map((term) => printOperand(term, print)).join(' ');
    case 'any':
      return node.terms.map((term) => (term.kind === 'any' ? `(${print(term)})` : print(term))).join(' OR ');
    case 'not':
      return `-${printOperand(node.term, print)}`;
  }
}

/** A term that stands beside others or after an operator or minus sign. */
function printOperand<Term extends Printable>(term: Term, print: (term: Term) => string): string {
  return term.kind === 'all' || term.kind === 'any' ? `(${print(term)})` : print(term);
}

function printText(node: TextNode): string {
  switch (node.kind) {
    case 'word':
      return node.text;
    case 'phrase':
      return `"${node.text.replace(/["\\]/g, (character) => `\\${character}`)}"`;
    case 'regex':
      return `/${node.source}/`;
  }
}
