import { nearest } from '../diagnostics/index.ts';
import { tagName } from '../parse/index.ts';
import type { QueryNode, TextNode, WordNode } from './ast.ts';
import { tagKey } from './characters.ts';
import { checkProperty } from './check-property.ts';
import { checkColonsApart } from './colon-apart.ts';
import type { Corpus } from './corpus.ts';
import { foreignOperator, foreignQuote, foreignWord } from './foreign-words.ts';
import { checkAfterRegexes } from './glued-text.ts';
import { operatorNames } from './operators.ts';
import type { ReportProblem } from './problem.ts';
import { leavesOf } from './walk.ts';

/** A sign that elsewhere negates, or that an editor has made of a minus sign, before an operator. */
const FOREIGN_MINUS = /^[!–—−~](?=[a-z-]+:)/i;
const LOOKS_LIKE_OPERATOR = /^([\p{L}][\p{L}\p{N}_-]*):/u;

/** Warns of what a query most likely does not mean: it is right in form, and is run all the same. */
export function checkQuery(ast: QueryNode, corpus: Corpus, report: ReportProblem): void {
  const leaves = leavesOf(ast);
  checkAfterRegexes(leaves, report);
  checkColonsApart(ast, report);
  for (const { node, operator, besideTerms } of leaves) {
    if (node.kind === 'property') checkProperty(node, corpus, report);
    else if (operator === 'tag') checkTag(node, corpus, report);
    else if (node.kind === 'word') checkWord(node, { besideTerms, corpus, report });
  }
}

interface WordContext {
  readonly besideTerms: boolean;
  readonly corpus: Corpus;
  readonly report: ReportProblem;
}

function checkWord(node: WordNode, { besideTerms, corpus, report }: WordContext): void {
  const { text: word, span } = node;
  const foreign = foreignWord(word, besideTerms);
  if (foreign !== undefined) report(foreign, span, { word });
  const sign = FOREIGN_MINUS.exec(word)?.[0];
  if (sign !== undefined) report('query/not-is-text', span, { word: sign });
  const quote = foreignQuote(word);
  if (quote !== undefined) report('query/curly-quote', span, { quote });
  const name = LOOKS_LIKE_OPERATOR.exec(word)?.[1];
  if (name !== undefined) report('query/unknown-operator', span, { name, nearest: likelyMeaning(word, name, corpus) });
}

/** What an unknown operator most likely means: an operator of another name, or the property of that name. */
function likelyMeaning(word: string, name: string, corpus: Corpus): string | undefined {
  const key = name.toLowerCase();
  const value = word.slice(name.length + 1);
  // `tags:` is nearly always the operator, though most vaults have a property of that name.
  if (key !== 'tags' && corpus.properties().has(key)) return value === '' ? `[${name}]` : `[${name}:${value}]`;
  const operator = foreignOperator(key) ?? nearest(name, operatorNames);
  return operator === undefined ? undefined : `${operator}:${value}`;
}

function checkTag(node: TextNode, corpus: Corpus, report: ReportProblem): void {
  if (node.kind === 'regex') return;
  const key = tagKey(node.text);
  if (corpus.tags().has(key)) return;
  const tag = node.text.startsWith('#') ? node.text.slice(1) : node.text;
  const code = tagName(tag) === undefined ? 'query/impossible-tag' : 'query/unknown-tag';
  report(code, node.span, { tag, nearest: corpus.nearestTag(key) });
}
