import type { Span } from '../source/index.ts';
import type { OperatorName } from './operators.ts';

/** Terms side by side: every one must be met. At least two. */
export interface AllNode<Term> {
  readonly kind: 'all';
  readonly terms: readonly Term[];
  readonly span: Span;
}

/** Terms joined by `OR`: one must be met. At least two. */
export interface AnyNode<Term> {
  readonly kind: 'any';
  readonly terms: readonly Term[];
  readonly span: Span;
}

/** `-term` */
export interface NotNode<Term> {
  readonly kind: 'not';
  readonly term: Term;
  readonly span: Span;
}

/** A bare word, `[[link]]` included. As the name of a property it may be several words, joined by one space. */
export interface WordNode {
  readonly kind: 'word';
  readonly text: string;
  readonly span: Span;
}

/** `"text"`, escapes resolved. */
export interface PhraseNode {
  readonly kind: 'phrase';
  readonly text: string;
  readonly span: Span;
}

/** `/source/`, as written between the slashes. */
export interface RegexNode {
  readonly kind: 'regex';
  readonly source: string;
  readonly span: Span;
}

/** `operator:term` */
export interface OperatorNode {
  readonly kind: 'operator';
  readonly operator: OperatorName;
  readonly term: QueryNode;
  readonly span: Span;
}

/** `[name]` or `[name:value]` */
export interface PropertyNode {
  readonly kind: 'property';
  readonly name: NameNode;
  readonly value: ValueNode | undefined;
  readonly span: Span;
}

/** `null` (also written `empty`), `true` or `false` as the value of a property. */
export interface LiteralNode {
  readonly kind: 'literal';
  readonly literal: 'null' | 'true' | 'false';
  readonly span: Span;
}

/** `<`, `<=`, `>` or `>=` with a number or an ISO date. */
export interface ComparisonNode {
  readonly kind: 'comparison';
  readonly comparator: Comparator;
  /** As written. */
  readonly operand: string;
  readonly operandKind: 'number' | 'date';
  /** The number, or the milliseconds of the date since 1970 in UTC. */
  readonly amount: number;
  readonly span: Span;
}

/** How a property's value may be compared. */
export type Comparator = '<' | '<=' | '>' | '>=';

/** The three combinations that every part of the language has. */
export type LogicNode<Term> = AllNode<Term> | AnyNode<Term> | NotNode<Term>;
/** What is compared with text. */
export type TextNode = WordNode | PhraseNode | RegexNode;
/** A search. */
export type QueryNode =
  AllNode<QueryNode> | AnyNode<QueryNode> | NotNode<QueryNode> | TextNode | OperatorNode | PropertyNode;
/** What stands for a property's name. */
export type NameNode = AllNode<NameNode> | AnyNode<NameNode> | NotNode<NameNode> | TextNode;
/** What stands for a property's value. */
export type ValueNode =
  AllNode<ValueNode> | AnyNode<ValueNode> | NotNode<ValueNode> | TextNode | LiteralNode | ComparisonNode;
