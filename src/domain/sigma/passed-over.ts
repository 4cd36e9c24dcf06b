import type { Span } from '../../source/index.ts';
import { readYaml } from '../yaml-document.ts';
import { ruleNodes } from './rule-document.ts';
import { otherRules, sigmaDocuments } from './rule-family.ts';

/** A rule beside the one that its note is about. */
export interface PassedOverRule {
  /** Which of the texts it stands in, from 0. */
  readonly text: number;
  /** Its first key, in UTF-16 offsets of that text. */
  readonly span: Span;
  /** Its title, else its id; undefined when it has neither. */
  readonly rule: string | undefined;
}

/**
 * The rules among the YAML of a note that are neither its first nor belong to that: correlations and filters belong to
 * the rules that they name. In the texts after the first only what has a title or an id is a rule: else it is a part of
 * one, shown on its own.
 */
export function passedOverRules(texts: readonly string[]): readonly PassedOverRule[] {
  if (texts.length < 2 && !texts.some(hasDocuments)) return [];
  const all = texts.flatMap((yaml, text) => {
    const { documents } = readYaml(yaml, 'failsafe');
    const found = sigmaDocuments(documents, ruleNodes(yaml, documents));
    const rules = text === 0 ? found : found.filter(({ title, id }) => (title ?? id) !== undefined);
    return rules.map((document) => ({ text, document }));
  });
  const others = new Set(otherRules(all.map(({ document }) => document)));
  return all
    .filter(({ document }) => others.has(document))
    .map(({ text, document: { title, id, span } }) => ({ text, span, rule: title ?? id }));
}

/** Whether a text may hold several documents: to read it a second time costs. */
function hasDocuments(yaml: string): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/m.test(yaml);
}
