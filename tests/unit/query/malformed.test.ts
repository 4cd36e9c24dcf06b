import { expect, test } from 'vitest';
import { answerQuery, parseQuery } from '../../../src/query/index.ts';
import { corpusOf } from './notes.ts';

const corpus = corpusOf({ 'a.md': 'x' });

const EXPECTED = 'expected a number or a date such as 2024-01-31';

/** A query and its mistakes as `line:column code`, without the area of the code. */
const rows: readonly { query: string; expected: readonly string[] }[] = [
  { query: '', expected: ['1:1 empty-query'] },
  { query: ' \n\t ', expected: ['1:1 empty-query'] },
  { query: '"abc', expected: ['1:1 unclosed-quote'] },
  { query: 'x "abc\ny', expected: ['1:3 unclosed-quote'] },
  { query: 'x\n  tag:"abc', expected: ['2:7 unclosed-quote'] },
  { query: '"abc\\"', expected: ['1:1 unclosed-quote'] },
  { query: 'x "', expected: ['1:3 unclosed-quote'] },
  { query: '🙂 "abc', expected: ['1:3 unclosed-quote'] },
  { query: '/abc', expected: ['1:1 unclosed-regex'] },
  { query: 'x -/abc\n/d/', expected: ['1:4 unclosed-regex'] },
  { query: '/ab\\/', expected: ['1:1 unclosed-regex'] },
  { query: 'path:/', expected: ['1:6 unclosed-regex'] },
  { query: '(a', expected: ['1:1 unclosed-paren'] },
  { query: 'a (b (c)', expected: ['1:3 unclosed-paren'] },
  { query: '((a', expected: ['1:1 unclosed-paren', '1:2 unclosed-paren'] },
  { query: '(', expected: ['1:1 unclosed-paren'] },
  { query: 'file:(a', expected: ['1:6 unclosed-paren'] },
  { query: '[a', expected: ['1:1 unclosed-bracket'] },
  { query: 'x [a:b\ny', expected: ['1:3 unclosed-bracket'] },
  { query: '[a "]"', expected: ['1:1 unclosed-bracket'] },
  { query: '[[a]', expected: ['1:1 unclosed-bracket'] },
  { query: '(x [a)', expected: ['1:4 unclosed-bracket'] },
  { query: '[a:(b]', expected: ['1:4 unclosed-paren'] },
  { query: '[a:b)]', expected: ['1:5 unmatched-paren'] },
  { query: ')', expected: ['1:1 unmatched-paren'] },
  { query: 'a)', expected: ['1:2 unmatched-paren'] },
  { query: '(a)) b', expected: ['1:4 unmatched-paren'] },
  { query: 'a\n b )', expected: ['2:4 unmatched-paren'] },
  { query: '/(/', expected: ['1:1 bad-regex'] },
  { query: 'x /a**/', expected: ['1:3 bad-regex'] },
  { query: 'tag:/[/', expected: ['1:5 bad-regex'] },
  { query: '[a:/+/]', expected: ['1:4 bad-regex'] },
  { query: '()', expected: ['1:1 empty-group'] },
  { query: 'a ( )', expected: ['1:3 empty-group'] },
  { query: 'file:()', expected: ['1:6 empty-group'] },
  { query: '[a:()]', expected: ['1:4 empty-group'] },
  { query: 'a -()', expected: ['1:4 empty-group'] },
  { query: 'tag:', expected: ['1:1 empty-operator'] },
  { query: 'a file: ', expected: ['1:3 empty-operator'] },
  { query: '(path:)', expected: ['1:2 empty-operator'] },
  { query: 'tag: OR x', expected: ['1:1 empty-operator'] },
  { query: 'line:block:', expected: ['1:6 empty-operator'] },
  { query: '-Task-Todo:', expected: ['1:2 empty-operator'] },
  { query: 'OR', expected: ['1:1 dangling-or'] },
  { query: 'OR a', expected: ['1:1 dangling-or'] },
  { query: 'a OR', expected: ['1:3 dangling-or'] },
  { query: 'a OR OR b', expected: ['1:3 dangling-or'] },
  { query: '(a OR)', expected: ['1:4 dangling-or'] },
  { query: 'a\nOR', expected: ['2:1 dangling-or'] },
  { query: '[a:OR b]', expected: ['1:4 dangling-or'] },
  { query: '-', expected: ['1:1 dangling-not'] },
  { query: '- a', expected: ['1:1 dangling-not'] },
  { query: 'a - b', expected: ['1:3 dangling-not'] },
  { query: '(-)', expected: ['1:2 dangling-not'] },
  { query: 'tag:- x', expected: ['1:5 dangling-not'] },
  { query: '[a:-]', expected: ['1:4 dangling-not'] },
  { query: '[]', expected: ['1:1 empty-property'] },
  { query: 'a [ ]', expected: ['1:3 empty-property'] },
  { query: '[:x]', expected: ['1:1 empty-property'] },
  { query: '[""]', expected: ['1:1 empty-property'] },
  { query: '[a:]', expected: ['1:1 empty-property'] },
  { query: '[a:>x]', expected: ['1:4 bad-comparison'] },
  { query: '[a: <]', expected: ['1:5 bad-comparison'] },
  { query: '[a:>2024-13-01]', expected: ['1:4 bad-comparison'] },
  { query: '[a:>"5"]', expected: ['1:4 bad-comparison'] },
  { query: '[a:> "5"]', expected: ['1:4 bad-comparison'] },
  { query: '[a:> -x]', expected: ['1:4 bad-comparison'] },
  { query: '[a:> - 5]', expected: ['1:4 bad-comparison', '1:6 dangling-not'] },
  { query: '[a:> -(5)]', expected: ['1:4 bad-comparison'] },
  { query: '[a:> -2024-01-31]', expected: ['1:4 bad-comparison'] },
  { query: '[a:>2024/01/31]', expected: ['1:4 bad-comparison'] },
  { query: '[a:1 OR <b>]', expected: ['1:9 bad-comparison'] },
  // What an unclosed quote or expression takes in is not missing elsewhere.
  { query: '(a "b)', expected: ['1:4 unclosed-quote'] },
  { query: 'file:((a /b (c)) x)', expected: ['1:10 unclosed-regex'] },
  { query: '(a "b', expected: ['1:1 unclosed-paren', '1:4 unclosed-quote'] },
  { query: '[a:"b]\nc', expected: ['1:4 unclosed-quote'] },
  { query: '[a:(/b)] c', expected: ['1:5 unclosed-regex'] },
  { query: '[a:"b', expected: ['1:1 unclosed-bracket', '1:4 unclosed-quote'] },
  // One query shows all its mistakes.
  { query: 'tag:\n(a OR )\n- "b', expected: ['2:4 dangling-or', '3:1 dangling-not', '3:3 unclosed-quote'] },
  {
    query: '[] /(/ () a)',
    expected: ['1:1 empty-property', '1:4 bad-regex', '1:8 empty-group', '1:12 unmatched-paren'],
  },
  {
    query: '"a\n/b\n(c\n[d',
    expected: ['1:1 unclosed-quote', '2:1 unclosed-regex', '3:1 unclosed-paren', '4:1 unclosed-bracket'],
  },
];

test.each(rows)('$query', ({ query, expected }) => {
  const { ast, problems } = parseQuery(query);
  const found = problems.map(
    ({ code, position }) => `${position.line}:${position.column} ${code.replace('query/', '')}`,
  );
  expect(found).toEqual(expected);
  expect(ast).toBeUndefined();
  expect(answerQuery(query, corpus).kind).toBe('malformed');
});

test.each([
  { query: '[a:>"5"]', expected: ['“>"5"” cannot be compared', 'write it without quotes: >5'] },
  { query: '[a:<= "-5"]', expected: ['“<="-5"” cannot be compared', 'write it without quotes: <=-5'] },
  {
    query: '[a:>"2024-01-31"]',
    expected: ['“>"2024-01-31"” cannot be compared', 'write it without quotes: >2024-01-31'],
  },
  {
    query: '[a:>"2024-01-31 10:00"]',
    expected: ['“>"2024-01-31 10:00"” cannot be compared', 'write it without quotes: >2024-01-31T10:00'],
  },
  { query: '[a:>"b"]', expected: ['“>"b"” cannot be compared', EXPECTED] },
  { query: '[a:>2024/01/31]', expected: ['“>2024/01/31” cannot be compared', 'write it with hyphens: >2024-01-31'] },
  {
    query: '[a:>"2024/01/31"]',
    expected: ['“>"2024/01/31"” cannot be compared', 'write it without quotes and with hyphens: >2024-01-31'],
  },
  { query: '[a:>2024/13/31]', expected: ['“>2024/13/31” cannot be compared', EXPECTED] },
  { query: '[a:>]', expected: ['“>” cannot be compared', EXPECTED] },
  { query: '[a:> -x]', expected: ['“>-x” cannot be compared', EXPECTED] },
])('what to compare with: $query', ({ query, expected }) => {
  const [problem] = parseQuery(query).problems;
  expect([problem?.message, problem?.hint]).toEqual(expected);
});
