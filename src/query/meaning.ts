import type { ComparisonNode, NameNode, OperatorNode, PropertyNode, QueryNode, TextNode, ValueNode } from './ast.ts';
import { tagKey } from './characters.ts';
import { isScope } from './operators.ts';
import type { OperatorName, ScopeName } from './operators.ts';
import { readNumber } from './numbers.ts';
import { printName, printQuery, printValue } from './print.ts';

/** A node as a sentence about the notes that it returns, without a full stop; always begins with “notes” or “every note”. */
export function sentenceOf(node: QueryNode): string {
  switch (node.kind) {
    case 'all':
      return `notes that meet ${allOf(node.terms.length)} these`;
    case 'any':
      return `notes that meet at least one of these`;
    case 'not':
      return negated(node.term);
    case 'property':
      return `notes that have ${propertyClause(node)}`;
    case 'operator':
      return operatorSentence(node);
    case 'word':
    case 'phrase':
    case 'regex':
      return `notes whose content or name ${textClause(node)}`;
  }
}

/** The parts that a node is explained by, each a search of its own; none for what is explained whole. */
export function partsOf(node: QueryNode): readonly QueryNode[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.terms;
    case 'not':
      return node.term.kind === 'all' || node.term.kind === 'any' ? node.term.terms : [];
    case 'operator':
      return partsOf(node.term).map((term) => ({ ...node, term }));
    case 'property':
    case 'word':
    case 'phrase':
    case 'regex':
      return [];
  }
}

/** What a part of a note is called that a scope looks at. */
export const unitNames: Readonly<Record<ScopeName, string>> = {
  line: 'line',
  block: 'block',
  section: 'section',
  task: 'task',
  'task-todo': 'open task',
  'task-done': 'finished task',
};

/** What a property's value must be: `with a value that contains “x”`, `without a value`. */
export function valuePhrase(node: ValueNode): string {
  switch (node.kind) {
    case 'literal':
      return node.literal === 'null' ? 'without a value' : `that is ${node.literal}`;
    case 'any':
    case 'all':
      if (!node.terms.every(isLeaf)) return `with a value that meets ${printValue(node)}`;
      return node.terms.map(valuePhrase).join(node.kind === 'any' ? ' or ' : ' and ');
    case 'not':
      return `with a value that does not meet ${printValue(node.term)}`;
    case 'word':
    case 'phrase':
    case 'regex':
    case 'comparison':
      return `with a value that ${leafClause(node)}`;
  }
}

function leafClause(node: TextNode | ComparisonNode): string {
  switch (node.kind) {
    case 'word':
      return `${readNumber(node.text) === undefined ? '' : 'is that number or '}contains “${node.text}”`;
    case 'phrase':
      return `is “${node.text}”`;
    case 'regex':
      return textClause(node);
    case 'comparison':
      return `is ${COMPARATORS[node.comparator]} ${node.operand}`;
  }
}

/** What a property is called that has a name, as `the property “level”`. */
export function nameClause(name: NameNode): string {
  const isName = name.kind === 'word' || name.kind === 'phrase';
  return isName ? `the property “${name.text}”` : `a property whose name meets ${printName(name)}`;
}

const NOTES = 'notes ';
const COMPARATORS = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' } as const;

const SUBJECTS: Readonly<Record<Exclude<OperatorName, 'tag' | 'match-case' | 'ignore-case'>, string>> = {
  file: 'whose file name',
  path: 'whose path',
  content: 'whose content',
  line: 'with a line that',
  block: 'with a block that',
  section: 'with a section that',
  task: 'with a task that',
  'task-todo': 'with an open task that',
  'task-done': 'with a finished task that',
};

function negated(term: QueryNode): string {
  if (term.kind === 'all') return `notes that do not meet ${allOf(term.terms.length)} these`;
  if (term.kind === 'any') return 'notes that meet none of these';
  const sentence = sentenceOf(term);
  const rest = sentence.startsWith(NOTES) ? sentence.slice(NOTES.length) : undefined;
  return rest === undefined ? `notes left out by “${sentence}”` : `every note except those ${rest}`;
}

function operatorSentence({ operator, term }: OperatorNode): string {
  // An empty phrase asks for nothing but the part.
  if (isScope(operator) && isEmptyPhrase(term)) return `notes ${SUBJECTS[operator].replace(/ that$/, '')}`;
  switch (operator) {
    case 'match-case':
      return `${sentenceOf(term)}, upper and lower case told apart`;
    case 'ignore-case':
      return `${sentenceOf(term)}, upper and lower case alike`;
    case 'tag':
      return tagSentence(term);
    default:
      return `notes ${SUBJECTS[operator]} ${termClause(term)}`;
  }
}

function tagSentence(term: QueryNode): string {
  switch (term.kind) {
    case 'word':
    case 'phrase':
      return `notes that carry the tag #${tagKey(term.text)} or one below it`;
    case 'regex':
      return `notes that carry a tag that ${textClause(term)}`;
    case 'all':
      return `notes with tags that meet ${allOf(term.terms.length)} these`;
    case 'any':
      return 'notes with tags that meet at least one of these';
    case 'not':
    case 'operator':
    case 'property':
      return `notes with tags that meet ${printQuery(term)}`;
  }
}

/** What a subject does: `contains “x”`. */
function termClause(term: QueryNode): string {
  switch (term.kind) {
    case 'word':
    case 'phrase':
    case 'regex':
      return textClause(term);
    case 'all':
      return `by itself meets ${allOf(term.terms.length)} these`;
    case 'any':
      return `by itself meets at least one of these`;
    case 'not':
    case 'operator':
    case 'property':
      return `by itself meets ${printQuery(term)}`;
  }
}

function textClause(node: TextNode): string {
  switch (node.kind) {
    case 'word':
      return `contains “${node.text}”`;
    case 'phrase':
      return `contains “${node.text}” as whole words`;
    case 'regex':
      return `matches the regular expression /${node.source}/`;
  }
}

function propertyClause({ name, value }: PropertyNode): string {
  const property = nameClause(name);
  return value === undefined ? property : `${property} ${valuePhrase(value)}`;
}

function isEmptyPhrase(node: QueryNode): boolean {
  return node.kind === 'phrase' && node.text === '';
}

function isLeaf({ kind }: ValueNode): boolean {
  return kind !== 'all' && kind !== 'any' && kind !== 'not';
}

function allOf(count: number): string {
  return count === 2 ? 'both of' : `all ${String(count)} of`;
}
