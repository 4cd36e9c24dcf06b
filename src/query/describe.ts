import type { QueryNode } from './ast.ts';
import { tagKey } from './characters.ts';
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
  /** How it relates to notes: `on`, `in`. */
  readonly relation: string;
  /** The sentence for when no note has it. */
  readonly none: string;
}

/** The words for a part of a query. */
export function wordingOf(node: QueryNode): Wording {
  switch (node.kind) {
    case 'word':
      return { name: `“${shorten(node.text)}”`, relation: 'in', none: `no note contains “${shorten(node.text)}”` };
    case 'phrase': {
      const name = `the phrase “${shorten(node.text)}”`;
      return { name, relation: 'in', none: `no note contains ${name}` };
    }
    case 'operator':
      if (node.operator === 'tag' && (node.term.kind === 'word' || node.term.kind === 'phrase')) {
        return tagWording(node.term.text);
      }
      return codeWording(node);
    case 'regex':
    case 'property':
    case 'all':
    case 'any':
    case 'not':
      return codeWording(node);
  }
}

function tagWording(written: string): Wording {
  const key = tagKey(written);
  const tag = written.replace(/^#/, '').slice(0, key.length);
  return { name: `#${tag}`, relation: 'on', none: `nothing in this vault carries the tag ${shorten(tag)}` };
}

function codeWording(node: QueryNode): Wording {
  const name = shorten(printQuery(node));
  return { name, relation: 'true of', none: `no note fits ${name}` };
}

function shorten(text: string): string {
  const points = Array.from(text.slice(0, 2 * LONGEST));
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST).join('')}…`;
}
