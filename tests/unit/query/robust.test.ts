import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuery, explainQuery, parseQuery, printQuery } from '../../../src/query/index.ts';
import { corpusOf } from './notes.ts';
import { withoutSpans } from './trees.ts';

const corpus = corpusOf({
  'a.md': '---\nstatus: x\n---\n# h\n- [ ] task #t\n\n> quote\n',
  'b/c.md': 'word "phrase" /regex/ [x] (y) -z\n',
});

const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '[[',
    ']]',
    '"',
    '/',
    '-',
    ':',
    ' ',
    '\n',
    'OR',
    'AND',
    'tag:',
    'section:',
    'task:',
    '<',
    '>=',
  ],
  ...['word', '#t', 'null', '\\', '*', '1', '🙂', '\u0000', 'İ', '\ud800', 'match-case:', '[status', 'file'],
);
const soup = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
);

test('arbitrary text is answered or refused, never thrown', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const answer = answerQuery(text, corpus);
      if (answer.kind === 'malformed') expect(answer.problems.length).toBeGreaterThan(0);
      else for (const { matches } of answer.rows) expect(matches).toBeDefined();
      expect(explainQuery(text, corpus)).not.toBe('');
    }),
    { numRuns: 1500 },
  );
});

test('what can be read can be printed and read again', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { ast } = parseQuery(text);
      if (ast === undefined) return;
      expect(withoutSpans(parseQuery(printQuery(ast)).ast)).toEqual(withoutSpans(ast));
    }),
    { numRuns: 1500 },
  );
});

const times = 10_000;
const bounded: readonly { name: string; query: string; code: string | undefined }[] = [
  { name: 'words', query: 'word '.repeat(times), code: undefined },
  { name: 'alternatives', query: Array.from({ length: times }, (_, n) => `w${n}`).join(' OR '), code: undefined },
  { name: 'tags', query: 'tag: t\n'.repeat(times), code: undefined },
  { name: 'regular expressions', query: '/wo.d/ '.repeat(200), code: undefined },
  { name: 'groups', query: `${'('.repeat(times)}a${')'.repeat(times)}`, code: 'query/too-deep' },
  { name: 'open groups', query: '('.repeat(times), code: 'query/too-deep' },
  { name: 'minus signs', query: `${'-'.repeat(times)}a`, code: 'query/too-deep' },
  { name: 'operators', query: `${'file:'.repeat(times)}a`, code: 'query/too-deep' },
  { name: 'groups in a value', query: `[a:${'('.repeat(times)}b${')'.repeat(times)}]`, code: 'query/too-deep' },
  { name: 'groups that are deep enough', query: `${'(a -'.repeat(240)}a${')'.repeat(240)}`, code: undefined },
  { name: 'scopes in scopes', query: `${'line:'.repeat(400)}word`, code: undefined },
  { name: 'brackets', query: '['.repeat(times), code: 'query/unclosed-bracket' },
  { name: 'brackets with slashes', query: '[a:/'.repeat(times), code: 'query/unclosed-bracket' },
  { name: 'links', query: '[[ '.repeat(times), code: 'query/unclosed-bracket' },
  { name: 'closing brackets', query: ')'.repeat(times), code: 'query/unmatched-paren' },
  { name: 'ORs', query: 'OR '.repeat(times), code: 'query/dangling-or' },
  { name: 'colons', query: 'a:'.repeat(times), code: undefined },
  { name: 'one long word', query: 'x'.repeat(1_000_000), code: undefined },
];

describe('a query of very many', () => {
  test.each(bounded)('$name', { timeout: 10_000 }, ({ query, code }) => {
    const answer = answerQuery(query, corpus);
    expect(answer.kind === 'malformed' ? answer.problems.map((problem) => problem.code) : [undefined]).toContain(code);
    if (answer.kind === 'rows')
      expect(answer.emptyReason).toBeTypeOf(answer.rows.length === 0 ? 'string' : 'undefined');
    expect(explainQuery(query, corpus)).toBeTypeOf('string');
  });

  test('blocks in one note', { timeout: 10_000 }, () => {
    const count = 1000;
    const files = { 'many.md': '```query\nword\n```\n\n'.repeat(count) };
    const many = corpusOf(files);
    const [host] = many.notes;
    if (host === undefined) throw new Error('no note');
    expect(host.queries).toHaveLength(count);
    for (const block of host.queries) {
      const answer = answerQuery(block.source, many, { host: { note: host, block } });
      expect(answer.kind === 'rows' ? answer.rows.length : -1).toBe(1);
    }
  });
});
