import type { OperatorName } from './operators.ts';

const CURLY_QUOTE = /^[“”„]/;

/** Names of operators in other tools, and what to write here. */
const OPERATORS: Readonly<Record<string, OperatorName>> = {
  tags: 'tag',
  title: 'file',
  name: 'file',
  filename: 'file',
  folder: 'path',
  dir: 'path',
  body: 'content',
  text: 'content',
  heading: 'section',
  todo: 'task-todo',
  done: 'task-done',
};

/** A warning that a word is no operator here. */
type WordCode = 'query/and-is-text' | 'query/or-is-text' | 'query/not-is-text';

/** Words that hardly anyone searches for. */
const WORDS: Readonly<Record<string, WordCode>> = {
  AND: 'query/and-is-text',
  '&&': 'query/and-is-text',
  '||': 'query/or-is-text',
  NOT: 'query/not-is-text',
};

/** Words that are suspicious only beside a term that is no text. */
const WORDS_BESIDE_TERMS: Readonly<Record<string, WordCode>> = {
  and: 'query/and-is-text',
  '&': 'query/and-is-text',
  '+': 'query/and-is-text',
  or: 'query/or-is-text',
  '|': 'query/or-is-text',
  not: 'query/not-is-text',
  '!': 'query/not-is-text',
  '–': 'query/not-is-text',
  '—': 'query/not-is-text',
  '−': 'query/not-is-text',
};

/** The operator that a name, in lower case, stands for elsewhere; undefined when there is none. */
export function foreignOperator(name: string): OperatorName | undefined {
  return Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
}

/** What to warn of when a word is an operator elsewhere; undefined when it is just a word. */
export function foreignWord(word: string, besideTerms: boolean): WordCode | undefined {
  if (Object.hasOwn(WORDS, word)) return WORDS[word];
  const lower = word.toLowerCase();
  return besideTerms && Object.hasOwn(WORDS_BESIDE_TERMS, lower) ? WORDS_BESIDE_TERMS[lower] : undefined;
}

/** The quote that a word begins with and that an editor has made of a straight one; undefined when there is none. */
export function foreignQuote(word: string): string | undefined {
  return CURLY_QUOTE.exec(word)?.[0];
}
