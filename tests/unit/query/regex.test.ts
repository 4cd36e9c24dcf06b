import { describe, expect, test } from 'vitest';
import { answerQuery, obsidianIgnore } from '../../../src/query/index.ts';
import { cpuTime, createRegexRunner, regexProblem } from '../../../src/query/regex.ts';
import { vaultPath } from '../../../src/source/index.ts';
import { corpusOf } from './notes.ts';

describe('a regular expression that cannot end', () => {
  const notes = { 'Long.md': `${'a'.repeat(40)}!\n${'x'.repeat(200_000)}\n`, 'Short.md': 'aa\n' };
  const corpus = corpusOf(notes);
  const rows = ['/^(a+)+$/', '/(a|aa)+$/', '/(?=(x+))x*\\1z/', '/x*x*x*x*z/', 'line:/^(a+)+$/', 'zzz OR -/^(a+)+$/'];

  test.each(rows)('%s is stopped', { timeout: 20_000 }, (query) => {
    const start = cpuTime();
    const answer = answerQuery(query, corpus);
    const spent = cpuTime() - start;
    const problems = answer.kind === 'malformed' ? answer.problems : [];
    expect(problems.map(({ code }) => code)).toEqual(['query/too-slow']);
    expect(problems[0]?.span.start).toBe(query.indexOf('/'));
    expect(spent).toBeLessThan(5000);
  });

  test('is stopped at once the next time', () => {
    const start = cpuTime();
    expect(answerQuery('/^(a+)+$/', corpus).kind).toBe('malformed');
    expect(cpuTime() - start).toBeLessThan(500);
  });

  test('does not stop the other searches', () => {
    const other = corpusOf(notes); // in the one above so much time has been lost that little is given
    expect(answerQuery('/^(a+)+$/', other).kind).toBe('malformed');
    const answer = answerQuery('/^a+$/', other);
    expect(answer.kind === 'rows' ? answer.rows.map(({ note }) => note.name) : answer.problems).toEqual(['Short']);
  });
});

describe('a runner', () => {
  const runner = createRegexRunner();

  test('tests each subject anew', () => {
    const hits = runner.test({ source: 'a', flags: 'm' }, ['a', 'b', 'ba', 'A'], {
      milliseconds: 1000,
      host: undefined,
    });
    expect([...(hits ?? [])]).toEqual([1, 0, 1, 0]);
  });

  test(
    'gives less and less time to the patterns of a note that loses it, and not to those of others',
    { timeout: 60_000 },
    () => {
      const evil = ['a'.repeat(60) + '!'];
      const start = cpuTime();
      for (let at = 0; at < 500; at += 1) {
        expect(
          runner.test({ source: `^(a+)+${at}$`, flags: 'm' }, evil, { milliseconds: 1000, host: 1 }),
        ).toBeUndefined();
      }
      expect(cpuTime() - start).toBeLessThan(12_000);
      const text = ['x'.repeat(1_000_000)];
      expect([
        ...(runner.test({ source: '(?:x?){4}z', flags: 'm' }, text, { milliseconds: 5000, host: 2 }) ?? []),
      ]).toEqual([0]);
    },
  );

  test('finds places, empty ones left out', () => {
    const limits = { places: 2, milliseconds: 1000, host: undefined };
    expect(runner.find({ source: 'b*', flags: 'im' }, 'abBab b', limits)).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 5 },
    ]);
  });

  test('stops while it finds', () => {
    const limits = { places: 2, milliseconds: 50, host: undefined };
    expect(runner.find({ source: '(a+)+$', flags: 'm' }, `${'a'.repeat(40)}!`, limits)).toBeUndefined();
  });

  test('counts what a note has lost while it finds as what it has lost at all', () => {
    const runner = createRegexRunner();
    const evil = [`${'a'.repeat(40)}!`];
    for (const at of [1, 2, 3]) {
      const pattern = { source: `(a+)+${at.toString()}`, flags: 'm' } as const;
      expect(runner.find(pattern, evil[0] ?? '', { places: 2, milliseconds: 2_200, host: 1 })).toBeUndefined();
    }
    const before = process.cpuUsage();
    expect(runner.test({ source: '(a+)+4', flags: 'm' }, evil, { milliseconds: 2_000, host: 1 })).toBeUndefined();
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});

test.each([
  ['a(b', 'unterminated group'],
  ['[', 'unterminated character class'],
  ['a**', 'nothing to repeat'],
  ['(?<n>x)\\k<n>', undefined],
  ['\\p{L}', undefined],
])('the problem of /%s/', (source, expected) => {
  expect(regexProblem(source)).toBe(expected);
});

describe('A1.2 excluded files', () => {
  const isExcluded = obsidianIgnore(['Templates/', 'archive', '/\\.draft\\.md$/', '/^(a+)+$/', '/(/', '']);
  test.each([
    ['Templates/x.md', true],
    ['templates/deep/x.md', true],
    ['Notes/Templates/x.md', false],
    ['Archive 2020.md', true],
    ['Notes/x.draft.md', true],
    ['Notes/x.md', false],
    [`${'a'.repeat(60)}!`, false],
    ['aaaa', true],
  ])('%s: %s', (path, expected) => {
    expect(isExcluded(vaultPath(path))).toBe(expected);
  });
});
