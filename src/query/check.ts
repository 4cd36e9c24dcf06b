import type { NameNode, QueryNode, TextNode, WordNode } from './ast.ts';
import { isPossibleTag, tagKey } from './characters.ts';
import type { Corpus } from './corpus.ts';
import { nearest } from './nearest.ts';
import { operatorNames } from './operators.ts';
import type { ReportProblem } from './problem.ts';
import { leavesOf } from './walk.ts';

const LOOKS_LIKE_OPERATOR = /^([\p{L}][\p{L}\p{N}_-]*):/u;

/** Names of operators in other tools, and what to write here. */
const FOREIGN_OPERATORS: Readonly<Record<string, string>> = {
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

/** Warns of what a query most likely does not mean: it is right in form, and is run all the same. */
export function checkQuery(ast: QueryNode, corpus: Corpus, report: ReportProblem): void {
  for (const { node, inTag } of leavesOf(ast)) {
    if (node.kind === 'property') checkName(node.name, corpus, report);
    else if (inTag) checkTag(node, corpus, report);
    else if (node.kind === 'word') checkWord(node, corpus, report);
  }
}

function checkWord(node: WordNode, corpus: Corpus, report: ReportProblem): void {
  if (node.text === 'AND') report('query/and-is-text', node.span, {});
  const name = LOOKS_LIKE_OPERATOR.exec(node.text)?.[1];
  if (name !== undefined)
    report('query/unknown-operator', node.span, { name, nearest: likelyMeaning(node.text, name, corpus) });
}

/** What an unknown operator most likely means: an operator of another name, or the property of that name. */
function likelyMeaning(word: string, name: string, corpus: Corpus): string | undefined {
  const key = name.toLowerCase();
  const value = word.slice(name.length + 1);
  const foreign = Object.hasOwn(FOREIGN_OPERATORS, key) ? FOREIGN_OPERATORS[key] : undefined;
  // `tags:` is nearly always the operator, though most vaults have a property of that name.
  if (key !== 'tags' && corpus.properties().has(key)) return value === '' ? `[${name}]` : `[${name}:${value}]`;
  const operator = foreign ?? nearest(name, operatorNames);
  return operator === undefined ? undefined : `${operator}:${value}`;
}

function checkTag(node: TextNode, corpus: Corpus, report: ReportProblem): void {
  if (node.kind === 'regex') return;
  const key = tagKey(node.text);
  const tag = node.text.startsWith('#') ? node.text.slice(1) : node.text;
  if (!isPossibleTag(key)) report('query/impossible-tag', node.span, { tag });
  else if (!corpus.tags().has(key)) {
    report('query/unknown-tag', node.span, { tag, nearest: corpus.nearestTag(key) });
  }
}

/** A name that is written out must be that of a property of some note. */
function checkName(node: NameNode, corpus: Corpus, report: ReportProblem): void {
  switch (node.kind) {
    case 'all':
    case 'any':
      for (const term of node.terms) checkName(term, corpus, report);
      break;
    case 'not':
      checkName(node.term, corpus, report);
      break;
    case 'regex':
      break;
    case 'word':
    case 'phrase': {
      const key = node.text.toLowerCase();
      if (corpus.properties().has(key)) break;
      report('query/unknown-property', node.span, { property: node.text, nearest: corpus.nearestProperty(key) });
    }
  }
}
