import type { OperatorNode, QueryNode, TextNode } from './ast.ts';
import { tagKey } from './characters.ts';
import { nameClause, unitNames } from './meaning.ts';
import { isScope } from './operators.ts';
import type { ScopeName } from './operators.ts';
import { printQuery } from './print.ts';

const LONGEST = 80;

/** A count of notes in words: `1 note`, `2,822 notes`. */
export function countNotes(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'note' : 'notes'}`;
}

/** What a part of a query is called in a sentence about notes. */
export interface Wording {
  /** `#T1059`, `“foo”` */
  readonly name: string;
  /** How it relates to notes: `on`, `in`, `in a section of`. */
  readonly relation: string;
  /** The sentence for when no note has it. */
  readonly none: string;
}

/** The words for a part of a query. */
export function wordingOf(node: QueryNode): Wording {
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'regex':
      return textWording(node, { relation: 'in', subject: 'note' });
    case 'operator':
      return operatorWording(node);
    case 'property':
      if (node.value !== undefined) return codeWording(node);
      return { name: nameClause(node.name), relation: 'on', none: `no note has ${nameClause(node.name)}` };
    case 'not':
      return negatedWording(node.term);
    case 'all':
    case 'any':
      return codeWording(node);
  }
}

function operatorWording(node: OperatorNode): Wording {
  const { operator, term } = node;
  if (term.kind !== 'word' && term.kind !== 'phrase' && term.kind !== 'regex') return codeWording(node);
  if (isScope(operator)) return unitWording(operator, term);
  switch (operator) {
    case 'tag':
      return term.kind === 'regex' ? tagExpressionWording(term.source) : tagWording(term.text);
    case 'content':
      return textWording(term, { relation: 'in', subject: 'note' });
    case 'file':
      return textWording(term, { relation: 'in the name of', subject: 'file name' });
    case 'path':
      return textWording(term, { relation: 'in the path of', subject: 'path' });
    case 'match-case':
    case 'ignore-case':
      return codeWording(node);
  }
}

function unitWording(scope: ScopeName, term: TextNode): Wording {
  const subject = unitNames[scope];
  const unit = `${subject.startsWith('o') ? 'an' : 'a'} ${subject}`;
  if (term.kind === 'phrase' && term.text === '') return { name: unit, relation: 'in', none: `no note has ${unit}` };
  return textWording(term, { relation: `in ${unit} of`, subject });
}

function textWording(node: TextNode, { relation, subject }: { relation: string; subject: string }): Wording {
  switch (node.kind) {
    case 'word':
      return { name: quote(node.text), relation, none: `no ${subject} contains ${quote(node.text)}` };
    case 'phrase': {
      const name = `the phrase ${quote(node.text)}`;
      return { name, relation, none: `no ${subject} contains ${name}` };
    }
    case 'regex': {
      const name = shorten(`/${node.source}/`);
      return { name, relation, none: `no ${subject} matches ${name}` };
    }
  }
}

function tagWording(written: string): Wording {
  const key = tagKey(written);
  const tag = shorten(written.replace(/^#/, '').slice(0, key.length));
  if (key === '') return { name: 'a tag without a name', relation: 'on', none: 'no tag is without a name' };
  return { name: `#${tag}`, relation: 'on', none: `nothing in this vault carries the tag ${tag}` };
}

function tagExpressionWording(source: string): Wording {
  const name = shorten(`/${source}/`);
  return { name: `a tag that matches ${name}`, relation: 'on', none: `no tag matches ${name}` };
}

/** What is left out: `#x is missing from 5 notes`. */
function negatedWording(term: QueryNode): Wording {
  const { name, relation } = wordingOf(term);
  const none = `every note is left out by -${shorten(printQuery(term))}`;
  if (relation === TRUE_OF) return { name: `-${name}`, relation, none };
  return { name, relation: relation === 'on' || relation === 'in' ? 'missing from' : `not ${relation}`, none };
}

const TRUE_OF = 'true of';

function codeWording(node: QueryNode): Wording {
  const name = shorten(printQuery(node));
  return { name, relation: TRUE_OF, none: `no note fits ${name}` };
}

function quote(text: string): string {
  return `“${shorten(text)}”`;
}

function shorten(text: string): string {
  const points = Array.from(text.slice(0, 2 * LONGEST));
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST).join('')}…`;
}
