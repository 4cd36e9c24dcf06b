import type { OperatorNode, PropertyNode, QueryNode } from './ast.ts';
import { smallestConflict } from './conflict.ts';
import type { Conflict } from './conflict.ts';
import type { Corpus } from './corpus.ts';
import { countNotes, wordingOf } from './describe.ts';
import { evaluate } from './evaluate.ts';
import { unitNames, valuePhrase } from './meaning.ts';
import { isScope } from './operators.ts';
import { intersect } from './rows.ts';
import type { Rows } from './rows.ts';
import { chargedToNote, startRun } from './run.ts';
import type { Host, Run } from './run.ts';
import { wholeNotes } from './space.ts';
import { countUnderSubTechniques } from './sub-technique-count.ts';

/** More parts than are looked at one by one. */
const MOST_PARTS = 64;
/** More reasons, or parts of one, than a sentence can name. */
const MOST_NAMED = 8;
const UNKNOWN = 'no note meets all of it';

/**
 * Why a query has no result, in words that stand alone: the parts that no note meets on their own,
 * or else the fewest parts that no note meets together, with how many notes meet each; and of a technique's tag what there is
 * under its sub-techniques.
 */
export function emptyReason(ast: QueryNode, corpus: Corpus, host: Host | undefined): string {
  if (corpus.notes.length === 0) return 'there are no notes to search';
  const run = startRun(corpus, () => undefined, host);
  const reasons = chargedToNote(run, () => [...new Set(reasonsFor(ast, run))]);
  if (run.isStopped || reasons.length === 0 || reasons.length > MOST_NAMED) return UNKNOWN;
  return reasons.join('; ');
}

/** The reasons of a part that no note meets. */
function reasonsFor(node: QueryNode, run: Run): readonly string[] {
  switch (node.kind) {
    case 'any':
      return node.terms.slice(0, MOST_NAMED + 1).flatMap((term) => reasonsFor(term, run));
    case 'all':
      return reasonsForAll(node.terms, { run, within: undefined });
    case 'operator': {
      const { term } = node;
      const part = (inner: QueryNode): QueryNode => ({ ...node, term: inner });
      if (term.kind === 'all') return reasonsForAll(term.terms, { run, within: node });
      if (term.kind === 'any')
        return term.terms.slice(0, MOST_NAMED + 1).flatMap((inner) => reasonsFor(part(inner), run));
      return [wordingOf(node).none];
    }
    case 'property':
      return [reasonForProperty(node, run)];
    case 'not':
    case 'word':
    case 'phrase':
    case 'regex':
      return [wordingOf(node).none];
  }
}

/** Terms that stand side by side, perhaps within an operator. */
interface SideBySide {
  readonly run: Run;
  readonly within: OperatorNode | undefined;
}

function reasonsForAll(terms: readonly QueryNode[], { run, within }: SideBySide): readonly string[] {
  if (terms.length > MOST_PARTS) return [];
  const part = (term: QueryNode): QueryNode => (within === undefined ? term : { ...within, term });
  const parts = terms.map(part);
  const rows = parts.map((one) => evaluate(one, run.corpus.all, wholeNotes(run)));
  const missing = parts.filter((_, index) => rows[index]?.length === 0);
  const below = within === undefined ? countUnderSubTechniques(parts, rows, run.corpus) : undefined;
  const addition = below === undefined ? [] : [`${below.toLocaleString('en')} under its sub-techniques`];
  if (missing.length > 0) return [...missing.flatMap((one) => reasonsFor(one, run)), ...addition];
  const isImpossible = (indexes: readonly number[]): boolean => {
    const common = commonRows(indexes, rows);
    if (within === undefined || common.length === 0) return common.length === 0;
    const together = indexes.flatMap((index) => terms[index] ?? []);
    const node = part({ kind: 'all', terms: together, span: within.span });
    return evaluate(node, common, wholeNotes(run)).length === 0;
  };
  const conflict = smallestConflict(terms.length, isImpossible);
  if (conflict.length > MOST_NAMED) return [];
  return [conflictSentence({ parts, rows, conflict }, within), ...addition];
}

function commonRows(indexes: readonly number[], rows: readonly Rows[]): Rows {
  const [first = 0, ...others] = indexes;
  return others.reduce((common: Rows, index) => intersect(common, rows[index] ?? []), rows[first] ?? []);
}

/** `#a is on 1 note, “b” in 2; none has both` */
function conflictSentence(
  { parts, rows, conflict }: { parts: readonly QueryNode[]; rows: readonly Rows[]; conflict: Conflict },
  within: OperatorNode | undefined,
): string {
  let before: string | undefined;
  const clauses = conflict.flatMap((index) => {
    const node = parts[index];
    if (node === undefined) return [];
    const { name, relation } = wordingOf(node);
    const count = rows[index]?.length ?? 0;
    const notes = before === undefined ? countNotes(count) : count.toLocaleString('en');
    const verb = before === relation ? '' : 'is ';
    before = relation;
    return [`${name} ${verb}${relation} ${notes}`];
  });
  return `${clauses.join(', ')}; ${subjectOf(within)} has ${conflict.length === 2 ? 'both' : 'them all'}`;
}

function subjectOf(within: OperatorNode | undefined): string {
  if (within === undefined) return 'none';
  const { operator } = within;
  if (isScope(operator)) return `no ${unitNames[operator]}`;
  switch (operator) {
    case 'content':
    case 'match-case':
    case 'ignore-case':
    case 'tag':
      return 'none';
    case 'file':
      return 'no file name';
    case 'path':
      return 'no path';
  }
}

/** A property that is there, but not with that value; or that is not there. */
function reasonForProperty(node: PropertyNode, run: Run): string {
  const { name, value } = node;
  if (value === undefined || (name.kind !== 'word' && name.kind !== 'phrase')) return wordingOf(node).none;
  const values = run.corpus.properties().get(name.text.toLowerCase())?.values ?? [];
  if (values.length === 0) return wordingOf({ ...node, value: undefined }).none;
  const count = new Set(values.map(({ note }) => note)).size;
  return `the property “${name.text}” is on ${countNotes(count)}, on none ${valuePhrase(value)}`;
}
