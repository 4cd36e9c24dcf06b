import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery, printQuery } from '../../../src/query/index.ts';
import { queryNode, withoutSpans } from './trees.ts';

const rows: readonly { query: string; expected: string }[] = [
  { query: '  a\n b ', expected: 'a b' },
  { query: '((a)) OR (b c)', expected: 'a OR b c' },
  { query: '(a OR b) c', expected: '(a OR b) c' },
  { query: '(a OR b) OR c', expected: '(a OR b) OR c' },
  { query: 'TAG: #x', expected: 'tag:#x' },
  { query: '-(a)', expected: '-a' },
  { query: '-(a b)', expected: '-(a b)' },
  { query: 'file:(a)', expected: 'file:a' },
  { query: '"C:\\Windows \\"x\\""', expected: '"C:\\\\Windows \\"x\\""' },
  { query: '/a\\/b/', expected: '/a\\/b/' },
  { query: '[ due  date : EMPTY OR > 5 ]', expected: '[due date:null OR >5]' },
  { query: '[["a b"]]', expected: '[["a b"]]' },
  { query: '[a:> -5 -(< -.5)]', expected: '[a:>-5 -<-.5]' },
  { query: '[ [[a b]] : c]', expected: '[ [[a b]]:c]' },
  { query: '[(a b) "c"]', expected: '[(a b) "c"]' },
  { query: 'a -OR', expected: 'a -OR' },
];

test.each(rows)('$query', ({ query, expected }) => {
  const { ast } = parseQuery(query);
  if (ast === undefined) throw new Error('malformed');
  expect(printQuery(ast)).toBe(expected);
});

test('reading what is printed gives the same tree', () => {
  fc.assert(
    fc.property(queryNode, (ast) => {
      const printed = printQuery(ast);
      const { ast: read, problems } = parseQuery(printed);
      expect(problems).toEqual([]);
      expect(withoutSpans(read)).toEqual(withoutSpans(ast));
    }),
    { numRuns: 1000 },
  );
});
