import type { NameNode, OperatorNode, PropertyNode, QueryNode, TextNode } from './ast.ts';
import type { OperatorName } from './operators.ts';
import { printName, printQuery, printValue } from './print.ts';
import { tagKey } from './characters.ts';

/** A node as a sentence about the notes that it returns, without a full stop. */
export function sentenceOf(node: QueryNode): string {
  switch (node.kind) {
    case 'all':
      return `notes that meet all ${String(node.terms.length)} of these`;
    case 'any':
      return `notes that meet one of these ${String(node.terms.length)}`;
    case 'not':
      return negated(node.term);
    case 'property':
      return `notes that ${propertyClause(node)}`;
    case 'operator':
      return `notes ${operatorClause(node)}`;
    case 'word':
    case 'phrase':
    case 'regex':
      return `notes whose content or name ${textClause(node)}`;
  }
}

function negated(term: QueryNode): string {
  if (term.kind === 'all') return 'notes that do not meet all of these';
  if (term.kind === 'any') return 'notes that meet none of these';
  return `every note but ${sentenceOf(term)}`;
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

const SUBJECTS: Readonly<Record<OperatorName, string>> = {
  file: 'whose file name',
  path: 'whose path',
  content: 'whose content',
  'match-case': 'that, upper and lower case told apart, meet',
  'ignore-case': 'that, upper and lower case alike, meet',
  tag: 'with tags that meet',
  line: 'with a line that',
  block: 'with a block that',
  section: 'with a section that',
  task: 'with a task that',
  'task-todo': 'with an open task that',
  'task-done': 'with a finished task that',
};

function operatorClause({ operator, term }: OperatorNode): string {
  const subject = SUBJECTS[operator];
  const isText = term.kind === 'word' || term.kind === 'phrase' || term.kind === 'regex';
  if (operator === 'tag') {
    if (!isText || term.kind === 'regex') return `${subject} ${printQuery(term)}`;
    return `that carry the tag #${tagKey(term.text)} or one below it`;
  }
  if (operator === 'match-case' || operator === 'ignore-case') return `${subject} ${printQuery(term)}`;
  if (isText) return `${subject} ${textClause(term)}`;
  return `${subject}${subject.endsWith('that') ? '' : ','} on its own meets ${printQuery(term)}`;
}

function propertyClause({ name, value }: PropertyNode): string {
  const property = nameClause(name);
  if (value === undefined) return `have ${property}`;
  switch (value.kind) {
    case 'word':
      return `have ${property} whose value contains “${value.text}” or is that number`;
    case 'phrase':
      return `have ${property} whose value is “${value.text}”`;
    case 'literal':
      return `have ${property} ${value.literal === 'null' ? 'without a value' : `that is ${value.literal}`}`;
    case 'regex':
    case 'comparison':
    case 'all':
    case 'any':
    case 'not':
      return `have ${property} whose value meets ${printValue(value)}`;
  }
}

function nameClause(name: NameNode): string {
  const isName = name.kind === 'word' || name.kind === 'phrase';
  return isName ? `the property “${name.text}”` : `a property whose name meets ${printName(name)}`;
}
