import { describe, expect, test } from 'vitest';
import { answerQuery } from '../../../src/query/index.ts';
import { smallestConflict } from '../../../src/query/conflict.ts';
import { corpusOf } from './notes.ts';

describe('the reason for no results', () => {
  const corpus = corpusOf({
    'a.md': '---\nlevel: high\nscore: 4\n---\n#one tea\n\n# Pot\ncup\n- [ ] call\n',
    'b.md': '---\nlevel:\n---\n#two\n',
    'c.md': '#two cup\nsaucer\n',
    'd.md': '#three tea saucer\n',
  });

  const family = corpusOf({
    'a.md': '#rule #t1001_001',
    'b.md': '#rule #T1001_002 #t1001_001',
    'c.md': '#test #T1001 #t1002',
    'd.md': '#test #t1002_001',
    'e.md': '#rule #t10010 #attack/t1001',
  });
  test.each([
    ['tag:rule tag:T1001', '#rule is on 3 notes, #T1001 on 1; none has both; 2 under its sub-techniques'],
    ['tag:T1002 tag:rule', '#T1002 is on 1 note, #rule on 3; none has both; 0 under its sub-techniques'],
    ['tag:rule tag:t1001_001 tag:test', '#rule is on 3 notes, #test on 2; none has both'],
    ['tag:rule tag:T1003', 'nothing in this vault carries the tag T1003'],
  ])('counts what is under sub-techniques: %s', (query, expected) => {
    const answer = answerQuery(query, family);
    expect(answer.kind === 'rows' ? answer.emptyReason : answer).toBe(expected);
  });

  const rows: readonly { query: string; expected: string | undefined }[] = [
    { query: 'tag:one', expected: undefined },
    { query: 'jug', expected: 'no note contains “jug”' },
    { query: '"te"', expected: 'no note contains the phrase “te”' },
    { query: '/t.p/', expected: 'no note matches /t.p/' },
    { query: 'tag:T9999', expected: 'nothing in this vault carries the tag T9999' },
    { query: 'tag:""', expected: 'no tag is without a name' },
    { query: 'tag:/^#x/', expected: 'no tag matches /^#x/' },
    { query: 'file:x', expected: 'no file name contains “x”' },
    { query: 'path:"x y"', expected: 'no path contains the phrase “x y”' },
    { query: 'section:jug', expected: 'no section contains “jug”' },
    { query: 'task-done:""', expected: 'no note has a finished task' },
    { query: '-e', expected: 'every note is left out by -e' },
    { query: '[colour]', expected: 'no note has the property “colour”' },
    { query: '[colour:red]', expected: 'no note has the property “colour”' },
    { query: '[level:low]', expected: 'the property “level” is on 2 notes, on none with a value that contains “low”' },
    { query: '[score:>9]', expected: 'the property “score” is on 1 note, on none with a value that is above 9' },
    { query: '[score:null]', expected: 'the property “score” is on 1 note, on none without a value' },
    // Two that stand side by side.
    { query: 'tag:one tag:two', expected: '#one is on 1 note, #two on 2; none has both' },
    { query: 'tag:two tea', expected: '#two is on 2 notes, “tea” is in 2; none has both' },
    {
      query: 'cup -tag:two -tag:one',
      expected: '“cup” is in 2 notes, #two is missing from 2, #one missing from 3; none has them all',
    },
    { query: 'tag:one tag:#T9999', expected: 'nothing in this vault carries the tag T9999' },
    { query: 'jug tag:#T9999', expected: 'no note contains “jug”; nothing in this vault carries the tag T9999' },
    { query: '[level:high] tag:two', expected: '[level:high] is true of 1 note, #two is on 2; none has both' },
    // Of three and more, the fewest that are impossible together.
    { query: 'cup tag:two tea', expected: '#two is on 2 notes, “tea” is in 2; none has both' },
    { query: 'cup tea saucer', expected: '“cup” is in 2 notes, “tea” in 2, “saucer” in 2; none has them all' },
    {
      query: 'cup -tag:x tag:two [level] saucer file:c',
      expected: 'the property “level” is on 2 notes, “saucer” is in 2; none has both',
    },
    // Within a part of a note.
    {
      query: 'line:(cup saucer)',
      expected: '“cup” is in a line of 2 notes, “saucer” in a line of 2; no line has both',
    },
    {
      query: 'section:(tea cup)',
      expected: '“tea” is in a section of 2 notes, “cup” in a section of 2; no section has both',
    },
    { query: 'section:(tea jug)', expected: 'no section contains “jug”' },
    { query: 'file:(a b)', expected: '“a” is in the name of 1 note, “b” in the name of 1; no file name has both' },
    {
      query: 'task:(call OR cup) tag:two',
      expected: 'task:(call OR cup) is true of 1 note, #two is on 2; none has both',
    },
    // Alternatives have a reason each.
    {
      query: 'jug OR tag:one tag:two',
      expected: 'no note contains “jug”; #one is on 1 note, #two on 2; none has both',
    },
    { query: 'tag:one (jug OR plate)', expected: 'no note contains “jug”; no note contains “plate”' },
    { query: 'line:(jug OR plate)', expected: 'no line contains “jug”; no line contains “plate”' },
    { query: Array.from({ length: 9 }, (_, at) => `w${at}`).join(' OR '), expected: 'no note meets all of it' },
    { query: `cup ${'tea '.repeat(9)}tag:two`, expected: '“tea” is in 2 notes, #two is on 2; none has both' },
    { query: 'cup '.repeat(70) + 'jug', expected: 'no note meets all of it' },
  ];

  test.each(rows)('$query', ({ query, expected }) => {
    const answer = answerQuery(query, corpus);
    expect(answer.kind === 'rows' ? answer.emptyReason : 'malformed').toBe(expected);
  });

  test('in a vault without notes', () => {
    const answer = answerQuery('tea', corpusOf({}));
    expect(answer.kind === 'rows' ? answer.emptyReason : '').toBe('there are no notes to search');
  });
});

describe('the smallest conflict', () => {
  /** Parts as the sets of notes that meet them. */
  const conflictOf = (parts: readonly string[]): readonly number[] =>
    smallestConflict(parts.length, (indexes) => {
      return ![...'abcdefghijkl'].some((note) => indexes.every((index) => parts[index]?.includes(note)));
    });

  test.each([
    { parts: ['ab', 'cd'], expected: [0, 1] },
    { parts: ['abc', 'ab', 'c'], expected: [1, 2] },
    { parts: ['ab', 'bc', 'ca'], expected: [0, 1, 2] },
    { parts: ['abc', 'bcd', 'cda', 'dab'], expected: [0, 1, 2, 3] },
    { parts: ['ab', 'ab', 'ab', 'ab', 'ab', 'ab', 'ab', 'ab', 'ab', 'c'], expected: [8, 9] },
  ])('of $parts', ({ parts, expected }) => {
    expect(conflictOf(parts)).toEqual(expected);
  });
});
