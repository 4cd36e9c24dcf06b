import type { PhraseNode, PropertyNode, ValueNode, WordNode } from './ast.ts';
import type { Corpus } from './corpus.ts';
import { foreignQuote, foreignWord } from './foreign-words.ts';
import { checkAfterRegexes } from './glued-text.ts';
import type { ReportProblem } from './problem.ts';
import { partLeavesOf } from './walk.ts';

/** Between the words of a value. */
const BETWEEN_WORDS = /[\s,;()[\]"']+/;

/** Warns of what `[name:value]` most likely does not mean. */
export function checkProperty({ name, value }: PropertyNode, corpus: Corpus, report: ReportProblem): void {
  const leaves = partLeavesOf(name).map(({ node }) => ({ node }));
  checkAfterRegexes(leaves, report);
  const names: string[] = [];
  for (const { node } of leaves) {
    if (node.kind !== 'word' && node.kind !== 'phrase') continue;
    checkName(node, corpus, report);
    names.push(node.text.toLowerCase());
  }
  if (value !== undefined) checkValue(value, () => wordsOf(names, corpus), report);
}

/** A name that is written out must be that of a property of some note. */
function checkName(node: WordNode | PhraseNode, corpus: Corpus, report: ReportProblem): void {
  const key = node.text.toLowerCase();
  if (corpus.properties().has(key)) return;
  report('query/unknown-property', node.span, { property: node.text, nearest: corpus.nearestProperty(key) });
}

/**
 * Given how to find the words in values of the property: “and” is no mistake in `[tactic:command and control]`. In capitals it
 * is, as it is outside of brackets.
 */
function checkValue(value: ValueNode, findWords: () => ReadonlySet<string>, report: ReportProblem): void {
  const leaves = partLeavesOf(value);
  checkAfterRegexes(leaves, report);
  let known: ReadonlySet<string> | undefined;
  for (const { node, besideTerms } of leaves) {
    if (node.kind !== 'word') continue;
    const { text: word, span } = node;
    const quote = foreignQuote(word);
    if (quote !== undefined) report('query/curly-quote', span, { quote });
    const code = foreignWord(word, besideTerms);
    if (code === undefined) continue;
    const isAlways = foreignWord(word, false) !== undefined;
    if (isAlways || !(known ??= findWords()).has(word.toLowerCase())) report(code, span, { word });
  }
}

/** The words, in lower case, in the values of properties, lists included. */
function wordsOf(names: readonly string[], corpus: Corpus): ReadonlySet<string> {
  const values = names.flatMap((name) => corpus.properties().get(name)?.values ?? []);
  return new Set(values.flatMap(({ value }) => value.text.toLowerCase().split(BETWEEN_WORDS)));
}
