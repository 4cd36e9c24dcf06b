import fc from 'fast-check';
import type { NameNode, ValueNode, WordNode } from '../../../src/query/ast.ts';
import type { QueryNode } from '../../../src/query/index.ts';
import { operatorNames } from '../../../src/query/operators.ts';

const span = { start: 0, end: 0 };

/** Words that the language can write bare: nothing that begins another kind of term. */
const plainText = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 6 }),
    fc.constantFrom('a', 'C:\\x', 'a-b', 'a/b', '#t', 'or', 'naïve', '日本'),
  )
  .filter((text) => !/[\s()"\]:]/.test(text) && !/^[-/[<>]/.test(text) && text !== 'OR')
  .filter((text) => !['null', 'empty', 'true', 'false'].includes(text.toLowerCase()));
const word = plainText.map((text): WordNode => ({ kind: 'word', text, span }));
const link = plainText.map((text): WordNode => ({ kind: 'word', text: `[[${text} x]]`, span }));
const phrase = fc
  .string()
  .filter((text) => !/[\n\r]/.test(text))
  .map((text) => ({ kind: 'phrase', text, span }) as const);
const regex = fc
  .constantFrom('a+', '^b$', '\\/x', '(c|d)', '')
  .map((source) => ({ kind: 'regex', source, span }) as const);
const name = fc
  .array(plainText, { minLength: 1, maxLength: 3 })
  .map((words): WordNode => ({ kind: 'word', text: words.join(' '), span }));
const literal = fc
  .constantFrom('null', 'true', 'false')
  .map((value) => ({ kind: 'literal', literal: value, span }) as const);
const comparison = fc
  .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer())
  .map(([comparator, amount]): ValueNode => {
    return { kind: 'comparison', comparator, operand: String(amount), operandKind: 'number', amount, span };
  });

const logic = <Term>(
  term: fc.Arbitrary<Term>,
): fc.Arbitrary<
  | { readonly kind: 'all' | 'any'; readonly terms: readonly Term[]; readonly span: typeof span }
  | { readonly kind: 'not'; readonly term: Term; readonly span: typeof span }
> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(term, { minLength: 2, maxLength: 4 }))
      .map(([kind, terms]) => ({ kind, terms, span }) as const),
    term.map((inner) => ({ kind: 'not', term: inner, span }) as const),
  );

const { nameNode } = fc.letrec<{ nameNode: NameNode }>((tie) => ({
  nameNode: fc.oneof(
    { maxDepth: 3 },
    name,
    phrase.filter(({ text }) => text !== ''),
    regex,
    logic(tie('nameNode')),
  ),
}));
const { valueNode } = fc.letrec<{ valueNode: ValueNode }>((tie) => ({
  valueNode: fc.oneof({ maxDepth: 3 }, word, link, phrase, regex, literal, comparison, logic(tie('valueNode'))),
}));

/** Every tree that a query can have, spans aside. */
export const { queryNode } = fc.letrec<{ queryNode: QueryNode }>((tie) => ({
  queryNode: fc.oneof(
    { maxDepth: 4 },
    word,
    link,
    phrase,
    regex,
    fc
      .tuple(nameNode, fc.option(valueNode, { nil: undefined }))
      .map(([propertyName, value]): QueryNode => ({ kind: 'property', name: propertyName, value, span })),
    logic(tie('queryNode')),
    fc
      .tuple(fc.constantFrom(...operatorNames), tie('queryNode'))
      .map(([operator, term]): QueryNode => ({ kind: 'operator', operator, term, span })),
  ),
}));

/** A tree without its spans, as plain data. */
export function withoutSpans(node: QueryNode | undefined): unknown {
  return JSON.parse(JSON.stringify(node ?? null, (key, value: unknown) => (key === 'span' ? undefined : value)));
}
