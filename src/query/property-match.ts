import type { PropertyValue } from '../parse/index.ts';
import type { ComparisonNode, NameNode, PhraseNode, PropertyNode, RegexNode, ValueNode, WordNode } from './ast.ts';
import type { PropertyEntry } from './corpus.ts';
import { evaluateLogic } from './logic.ts';
import { isoOfSlashes, readDate, readNumber } from './numbers.ts';
import { rowsUpTo } from './rows.ts';
import type { Rows } from './rows.ts';
import { testPattern } from './run.ts';
import type { Run } from './run.ts';
import type { Space } from './space.ts';

/** The notes, ascending, that have a property which fits (A8); only values can mind the case. */
export function notesWithProperty(node: PropertyNode, space: Space): Rows {
  const { run, matchCase } = space;
  const known = run.propertyNotes.get(node);
  if (known?.matchCase === matchCase) return known.notes;
  const items = entriesOf(run, node.name).flatMap((entry) => entry.values);
  const values = items.map((item) => item.value);
  const found = node.value === undefined ? rowsUpTo(items.length) : valueRows(node.value, values, space);
  const notes = [...new Set(found.map((row) => items[row]?.note ?? -1))].sort((a, b) => a - b);
  run.propertyNotes.set(node, { matchCase, notes });
  return notes;
}

/** The properties whose name fits: the whole name, any letter case (A8.2). */
function entriesOf(run: Run, node: NameNode): readonly PropertyEntry[] {
  const properties = run.corpus.properties();
  if (node.kind === 'word' || node.kind === 'phrase') {
    const entry = properties.get(node.text.toLowerCase());
    return entry === undefined ? [] : [entry];
  }
  const entries = [...properties.values()];
  const names = entries.map(({ name }) => name.toLowerCase());
  const evaluate = (term: NameNode, rows: Rows): Rows => {
    switch (term.kind) {
      case 'word':
      case 'phrase':
        return rows.filter((row) => names[row] === term.text.toLowerCase());
      case 'regex': {
        const pattern = { source: term.source, flags: 'im' } as const;
        const subjects = rows.map((row) => entries[row]?.name ?? '');
        const hits = testPattern(run, { pattern, subjects, span: term.span });
        return rows.filter((_, index) => hits[index] === 1);
      }
      case 'all':
      case 'any':
      case 'not':
        return evaluateLogic(term, rows, evaluate);
    }
  };
  return evaluate(node, rowsUpTo(entries.length)).flatMap((row) => entries[row] ?? []);
}

function valueRows(node: ValueNode, values: readonly PropertyValue[], { run, matchCase }: Space): Rows {
  const elements = values.map(elementsOf);
  const evaluate = (term: ValueNode, rows: Rows): Rows => {
    switch (term.kind) {
      case 'all':
      case 'any':
      case 'not':
        return evaluateLogic(term, rows, evaluate);
      case 'regex':
        return regexRows(run, term, { rows, elements, matchCase });
      case 'word':
      case 'phrase':
      case 'literal':
      case 'comparison': {
        const test = elementTest(term, matchCase);
        return rows.filter((row) => elements[row]?.some(test));
      }
    }
  };
  return evaluate(node, rowsUpTo(values.length));
}

interface RegexRows {
  readonly rows: Rows;
  readonly elements: readonly (readonly PropertyValue[])[];
  readonly matchCase: boolean;
}

function regexRows(run: Run, node: RegexNode, { rows, elements, matchCase }: RegexRows): Rows {
  const subjects: string[] = [];
  const owners: number[] = [];
  for (const row of rows) {
    for (const element of elements[row] ?? []) {
      if (element.kind === 'null') continue;
      subjects.push(element.text);
      owners.push(row);
    }
  }
  const pattern = { source: node.source, flags: matchCase ? 'm' : 'im' } as const;
  const hits = testPattern(run, { pattern, subjects, span: node.span });
  return [...new Set(owners.filter((_, index) => hits[index] === 1))];
}

/** A value that is no list, or the values in a list, lists within it opened (A8.4). */
function elementsOf(value: PropertyValue): readonly PropertyValue[] {
  if (value.kind !== 'list') return [value];
  const elements: PropertyValue[] = [];
  const waiting: PropertyValue[] = value.items.toReversed();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (item.kind === 'list') for (const inner of item.items.toReversed()) waiting.push(inner);
    else elements.push(item);
  }
  return elements;
}

type ElementTest = (element: PropertyValue) => boolean;

function elementTest(
  node: Exclude<ValueNode, RegexNode | { readonly kind: 'all' | 'any' | 'not' }>,
  matchCase: boolean,
): ElementTest {
  switch (node.kind) {
    case 'literal':
      if (node.literal === 'null') return (element) => element.kind === 'null';
      return (element) => element.kind === 'boolean' && element.boolean === (node.literal === 'true');
    case 'comparison':
      return comparisonTest(node);
    case 'word':
      return wordTest(node, matchCase);
    case 'phrase':
      return phraseTest(node, matchCase);
  }
}

/** A number is compared as a number, anything else holds the word in its text (A8.3, A8.6). */
function wordTest(node: WordNode, matchCase: boolean): ElementTest {
  const fold = foldUnless(matchCase);
  const word = fold(node.text);
  const number = readNumber(node.text);
  return (element) => {
    if (element.kind === 'null') return false;
    if (element.kind === 'number' && number !== undefined) return element.number === number;
    return fold(element.text).includes(word);
  };
}

/** The whole value (A8.3). */
function phraseTest(node: PhraseNode, matchCase: boolean): ElementTest {
  const fold = foldUnless(matchCase);
  const phrase = fold(node.text);
  return (element) => element.kind !== 'null' && fold(element.text) === phrase;
}

/** Numbers with numbers, dates with texts that are dates (A8.7), those with slashes of Sigma's first version among them. */
function comparisonTest(node: ComparisonNode): ElementTest {
  const amountOf = (element: PropertyValue): number | undefined => {
    if (node.operandKind === 'number') return element.kind === 'number' ? element.number : undefined;
    return element.kind === 'text' ? readDate(isoOfSlashes(element.text) ?? element.text) : undefined;
  };
  return (element) => {
    const amount = amountOf(element);
    if (amount === undefined) return false;
    switch (node.comparator) {
      case '<':
        return amount < node.amount;
      case '<=':
        return amount <= node.amount;
      case '>':
        return amount > node.amount;
      case '>=':
        return amount >= node.amount;
    }
  };
}

function foldUnless(matchCase: boolean): (text: string) => string {
  return matchCase ? (text) => text : (text) => text.toLowerCase();
}
