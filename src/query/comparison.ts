import type { Span } from '../source/index.ts';
import type { Comparator, ComparisonNode, WordNode } from './ast.ts';
import { isoOfSlashes, readDate, readNumber } from './numbers.ts';
import { peek } from './token-reader.ts';
import type { Parser } from './token-reader.ts';

const COMPARISON = /^(<=|>=|<|>)(.*)$/s;

/** What a property is compared with. */
interface Operand {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly span: Span;
}

/** A comparison, its operand possibly after white space; any other word is itself. The word is read already. */
export function readComparison(parser: Parser, word: WordNode): ComparisonNode | WordNode {
  const match = COMPARISON.exec(word.text);
  if (match === null) return word;
  const comparator = match[1] as Comparator; // the pattern holds nothing else
  const inWord = { text: match[2] ?? '', isQuoted: false, span: word.span };
  const operand = (inWord.text === '' ? readOperandApart(parser) : undefined) ?? inWord;
  const { text, isQuoted } = operand;
  const span = { start: word.span.start, end: operand.span.end };
  if (!isQuoted) {
    const number = readNumber(text);
    const amount = number ?? readDate(text);
    const operandKind = number === undefined ? 'date' : 'number';
    if (amount !== undefined) return { kind: 'comparison', comparator, operand: text, operandKind, amount, span };
  }
  const found = `${comparator}${isQuoted ? `"${text}"` : text}`;
  parser.report('query/bad-comparison', span, { found, remedy: remedyFor(comparator, operand) });
  return word;
}

/**
 * An operand that is a token of its own: a word, a phrase (which is none, but was meant as one), or a word after a minus sign,
 * which can be no negation here. Undefined when there is none.
 */
function readOperandApart(parser: Parser): Operand | undefined {
  const next = peek(parser);
  if (next?.kind === 'word' || next?.kind === 'phrase') {
    parser.at += 1;
    return { text: next.text, isQuoted: next.kind === 'phrase', span: next.span };
  }
  const word = parser.tokens[parser.at + 1];
  if (next?.kind !== 'not' || word?.kind !== 'word' || word.span.start !== next.span.end) return undefined;
  parser.at += 2;
  return { text: `-${word.text}`, isQuoted: false, span: word.span };
}

/** How to write an operand that only looks different from a number or date; undefined for any other. */
function remedyFor(
  comparator: Comparator,
  { text, isQuoted }: Operand,
): { readonly how: string; readonly form: string } | undefined {
  const iso = isoOfSlashes(text);
  if (iso !== undefined) {
    const how = isQuoted ? 'without quotes and with hyphens' : 'with hyphens';
    return { how, form: `${comparator}${iso}` };
  }
  // White space would end an operand without quotes.
  const form = text.trim().replace(/ (?=\d)/, 'T');
  if (!isQuoted || (readNumber(form) ?? readDate(form)) === undefined) return undefined;
  return { how: 'without quotes', form: `${comparator}${form}` };
}
