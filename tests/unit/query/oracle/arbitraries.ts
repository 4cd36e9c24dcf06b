import fc from 'fast-check';
import type { NameNode, ValueNode } from '../../../../src/query/ast.ts';
import type { QueryNode } from '../../../../src/query/index.ts';
import { operatorNames } from '../../../../src/query/operators.ts';
import type { OperatorName } from '../../../../src/query/operators.ts';
import type { BlockModel, ItemModel, Line, NoteModel, Piece, PropertyModel, ScalarModel } from './note-model.ts';

const span = { start: 0, end: 0 };

/** Pieces that look like what they are not stand beside those that are. */
const pieces: readonly Piece[] = [
  ...['tea', 'Tea', 'TEAPOT', 'cup', 'cups', 'a-b', 'foo_bar', 'café', 'ΟΔΟΣ', 'İx', '東京', '2024', '"tea"'],
  ...['c:\\d', '(#work)', 'a#work', '\\#work', '#1984', '`#work`', '[[tea #work cup]]', 'x/y', '-tea', 'done', 'ไทย'],
].map((text) => ({ text }));
const tagged: readonly Piece[] = [
  { text: '#work', tag: 'work' },
  { text: '#Work/Urgent/', tag: 'Work/Urgent' },
  { text: '#t1,', tag: 't1' },
  { text: '#T1_2', tag: 'T1_2' },
  { text: '#work/a/b#c', tag: 'work/a/b' },
  { text: '#東京', tag: '東京' },
];

const line: fc.Arbitrary<Line> = fc
  .tuple(
    // The first piece of a line must not begin a block of another kind.
    fc.constantFrom('tea', 'cup', 'Tea', 'den', 'Cup').map((text): Piece => ({ text })),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...tagged)), {
      maxLength: 3,
    }),
    fc.boolean(),
  )
  .map(([first, rest, isBare]) => (isBare && rest[0]?.tag !== undefined ? rest : [first, ...rest]));
const lines = fc.array(line, { minLength: 1, maxLength: 2 });
/** Table cells: nothing that ends one. */
const cell = fc.constantFrom(...pieces.slice(0, 12), ...tagged).map((piece): Line => [piece]);
const box = fc.constantFrom(' ', 'x', '/', 'X');

const { item } = fc.letrec<{ item: ItemModel }>((tie) => ({
  item: fc
    .record({
      marker: fc.constantFrom('-', '*', '1.'),
      box: fc.option(box, { nil: undefined }),
      lines,
      nested: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('item'), { maxLength: 2 })),
    })
    .map(({ box: mark, ...rest }): ItemModel => ({ ...rest, ...(mark === undefined ? {} : { box: mark }) })),
}));

const block: fc.Arbitrary<BlockModel> = fc.oneof(
  lines.map((all): BlockModel => ({ kind: 'paragraph', lines: all })),
  lines.map((all): BlockModel => ({ kind: 'code', lines: all })),
  fc.tuple(fc.integer({ min: 1, max: 3 }), line).map(([level, text]): BlockModel => {
    return { kind: 'heading', level, line: text };
  }),
  fc.tuple(fc.boolean(), fc.option(box, { nil: undefined }), lines).map(([callout, mark, all]): BlockModel => {
    return { kind: 'quote', callout, lines: all, ...(mark === undefined ? {} : { box: mark }) };
  }),
  fc.tuple(cell, cell).map(([head, text]): BlockModel => ({ kind: 'table', head, cell: text })),
  fc.array(item, { minLength: 1, maxLength: 2 }).map((items): BlockModel => ({ kind: 'list', items })),
);

const scalars: readonly ScalarModel[] = [
  ...['', '~', 'null'].map((yaml): ScalarModel => ({ kind: 'null', yaml, text: yaml })),
  ...['tea', 'Tea time', 'yes', '2024-01-31', '2024-02-10', 'TRUE tea'].map((yaml): ScalarModel => {
    return { kind: 'text', yaml, text: yaml };
  }),
  ...['', '3', 'null', 'true', '#tea: x'].map((text): ScalarModel => ({ kind: 'text', yaml: `"${text}"`, text })),
  ...['3', '30', '3.0', '4.50', '-2'].map((yaml): ScalarModel => ({ kind: 'number', yaml, text: yaml })),
  ...['true', 'False'].map((yaml): ScalarModel => ({ kind: 'boolean', yaml, text: yaml })),
];
const listed = scalars.filter(({ yaml }) => yaml !== '');
const names = ['status', 'Rating', 'due date'] as const;

const property: fc.Arbitrary<PropertyModel> = fc.record({
  name: fc.constantFrom(...names),
  value: fc.oneof(fc.constantFrom(...scalars), fc.array(fc.constantFrom(...listed), { maxLength: 3 })),
});
const tagProperties: readonly PropertyModel[] = [
  { name: 'tags', value: [text('work'), text('t1/x')], tags: ['work', 't1/x'] },
  { name: 'TAGS', value: text('tea, work/b'), tags: ['tea', 'work/b'] },
  { name: 'tags', value: [{ kind: 'text', yaml: '"#T1_2"', text: '#T1_2' }], tags: ['T1_2'] },
  { name: 'tags', value: [{ kind: 'number', yaml: '1984', text: '1984' }], tags: [] },
];
const properties = fc
  .tuple(
    fc.uniqueArray(property, { maxLength: 3, selector: ({ name }) => name }),
    fc.option(fc.constantFrom(...tagProperties), { nil: undefined }),
  )
  .map(([plain, tags]) => (tags === undefined ? plain : [...plain, tags]));

/** A vault of up to five small notes. */
export const vault: fc.Arbitrary<readonly NoteModel[]> = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom(
      'Tea 2.md',
      'Tea 10.md',
      'a/tea 2.md',
      'b/Cup.md',
      'Work/éclair.md',
      'a/b/İx.md',
      'foo_bar.md',
    ),
    properties,
    blocks: fc.array(block, { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 5, selector: ({ path }) => path },
);

const words = [
  'tea',
  'TEA',
  'cup',
  'pot',
  'a-b',
  'foo',
  'é',
  'οδος',
  'i̇',
  '東',
  '#work',
  'work',
  '3',
  '4.5',
  '2024',
  'd',
  'x',
];
const tagNames = ['work', '#WORK', 'work/urgent', 't1', 'T1_2', 'work/a/', 'a', '1984', '東京', 'tea'];
const phrases = [
  'tea',
  'Tea time',
  'cup',
  'foo',
  'foo_bar',
  '"tea"',
  '東',
  'x',
  '',
  'a',
  'b',
  '\\d',
  '-',
  'Titled',
  'tea cup',
  '3',
];
const sources = [
  'te.',
  '^cup',
  'a$',
  '^$',
  'tea.*cup',
  '\\bpot',
  '[A-Z]',
  '#work',
  'tea\\ncup',
  '^\\s*$',
  '^#t',
  '\\.md$',
  '\\w\\n$',
  '(?=(\\w+\\s*))\\1$',
];

const word = fc.constantFrom(...words).map((written) => ({ kind: 'word', text: written, span }) as const);
const phrase = fc.constantFrom(...phrases).map((written) => ({ kind: 'phrase', text: written, span }) as const);
const regex = fc.constantFrom(...sources).map((source) => ({ kind: 'regex', source, span }) as const);
const leaf = fc.oneof({ weight: 3, arbitrary: word }, phrase, regex);

function logic<Term>(
  term: fc.Arbitrary<Term>,
): fc.Arbitrary<
  | { readonly kind: 'all' | 'any'; readonly terms: readonly Term[]; readonly span: typeof span }
  | { readonly kind: 'not'; readonly term: Term; readonly span: typeof span }
> {
  const several = fc
    .tuple(fc.constantFrom('all', 'any'), fc.array(term, { minLength: 2, maxLength: 3 }))
    .map(([kind, terms]) => ({ kind, terms, span }) as const);
  return fc.oneof(
    several,
    term.map((inner) => ({ kind: 'not', term: inner, span }) as const),
  );
}

const comparison = fc
  .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom('3', '4.5', '-2', '2024-01-31', '2024-02-01'))
  .map(([comparator, operand]): ValueNode => {
    const isDate = operand.length === 10;
    const amount = isDate ? Date.parse(operand) : Number(operand);
    return { kind: 'comparison', comparator, operand, operandKind: isDate ? 'date' : 'number', amount, span };
  });
const literal = fc
  .constantFrom('null', 'true', 'false')
  .map((value) => ({ kind: 'literal', literal: value, span }) as const);
const { nameNode } = fc.letrec<{ nameNode: NameNode }>((tie) => ({
  nameNode: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(...names, 'TAGS', 'stat').map((written): NameNode => ({ kind: 'word', text: written, span })),
    fc.constantFrom('due date', 'tea').map((written): NameNode => ({ kind: 'phrase', text: written, span })),
    regex,
    logic(tie('nameNode')),
  ),
}));
const { valueNode } = fc.letrec<{ valueNode: ValueNode }>((tie) => ({
  valueNode: fc.oneof({ maxDepth: 2 }, word, phrase, regex, literal, comparison, logic(tie('valueNode'))),
}));

const operator = (name: OperatorName, term: QueryNode): QueryNode => ({ kind: 'operator', operator: name, term, span });
const scope = fc.constantFrom('line', 'block', 'section', 'task', 'task-todo', 'task-done');
const tag = fc
  .constantFrom(...tagNames)
  .map((written): QueryNode => operator('tag', { kind: 'word', text: written, span }));

/** What random trees seldom hit: two facts of one part of a note, and a value of a property that is there. */
const likely: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.tuple(scope, tag, leaf).map(([name, ...terms]) => operator(name, { kind: 'all', terms, span })),
  fc.tuple(scope, tag).map(([name, term]) => operator(name, term)),
  fc.tuple(scope, scope, tag).map(([outer, inner, term]) => operator(outer, operator(inner, term))),
  fc.tuple(scope, scope, leaf, leaf, fc.boolean()).map(([outer, inner, here, within, isNegated]) => {
    const term: QueryNode = isNegated ? { kind: 'not', term: within, span } : within;
    return operator(outer, { kind: 'all', terms: [here, operator(inner, term)], span });
  }),
  fc.tuple(fc.constantFrom(...names), fc.oneof(word, phrase, literal, comparison)).map(([name, value]): QueryNode => {
    return { kind: 'property', name: { kind: 'word', text: name, span }, value, span };
  }),
);

/** Searches made of what the notes are made of. */
export const { search } = fc.letrec<{ search: QueryNode }>((tie) => ({
  search: fc.oneof(
    { maxDepth: 4 },
    leaf,
    { weight: 3, arbitrary: likely },
    tag,
    fc
      .tuple(nameNode, fc.option(valueNode, { nil: undefined }))
      .map(([name, value]): QueryNode => ({ kind: 'property', name, value, span })),
    { weight: 2, arbitrary: logic(tie('search')) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...operatorNames), tie('search')).map(([name, term]) => operator(name, term)),
    },
  ),
}));

function text(written: string): ScalarModel {
  return { kind: 'text', yaml: written.includes(',') ? `"${written}"` : written, text: written };
}
