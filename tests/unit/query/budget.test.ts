import { describe, expect, it } from 'vitest';
import { answerQuery } from '../../../src/query/index.ts';
import type { Answer } from '../../../src/query/index.ts';
import { corpusOf } from './notes.ts';

const corpus = corpusOf({
  'Greedy.md': '```query\nx\n```\n\nword #t\n',
  'Modest.md': '```query\nx\n```\n\nword #t\n',
});
const [greedy = -1] = corpus.all;
corpus.spent.set(greedy, Number.MAX_SAFE_INTEGER);

function askedIn(note: number, query: string): Answer {
  const host = corpus.notes[note];
  const block = host?.queries[0];
  if (host === undefined || block === undefined) throw new Error('no such note');
  return answerQuery(query, corpus, { host: { note: host, block } });
}

function outcomeOf(answer: Answer): readonly string[] {
  return answer.kind === 'rows' ? answer.rows.map(({ note }) => note.name) : answer.problems.map(({ code }) => code);
}

describe('a note whose searches have spent all they may', () => {
  it.each(['word', '"word"', '/word/', 'line:(word)', 'file:greedy', 'tag:#t word', '-word'])(
    'has no answer to %s',
    (query) => {
      expect(outcomeOf(askedIn(greedy, query))).toEqual(['query/too-slow']);
    },
  );

  it('still has one for a tag', () => {
    expect(outcomeOf(askedIn(greedy, 'tag:#t'))).toEqual(['Greedy', 'Modest']);
  });

  it('is not told why a search for tags finds nothing, where that would read texts', () => {
    const reasonIn = (note: number): string | undefined => {
      const answer = askedIn(note, 'tag:#t tag:#none word');
      return answer.kind === 'rows' ? answer.emptyReason : undefined;
    };
    expect(reasonIn(1)).toMatch(/none$/);
    expect(reasonIn(greedy)).toBe('no note meets all of it');
  });

  it('takes nothing from another note, nor from searches of nobody', () => {
    const { spent } = corpus;
    expect(outcomeOf(askedIn(1, 'word'))).toEqual(['Greedy', 'Modest']);
    expect(spent.get(1)).toBeGreaterThan(0);
    expect(outcomeOf(answerQuery('word', corpus))).toEqual(['Greedy', 'Modest']);
  });
});

describe('a note whose searches have listed all they may', () => {
  const full = corpusOf({ 'Full.md': '```query\nx\n```\n\nword\n', 'Other.md': 'word\n' });
  const [host] = full.notes;

  it.each([
    ['path:other', ['Other']],
    ['path:other OR path:full', ['query/too-many-results']],
    ['path:nothing', []],
  ])('answers %s with %j', (query, expected) => {
    full.given.set(0, 99_999);
    const block = host?.queries[0];
    if (host === undefined || block === undefined) throw new Error('no such note');
    expect(outcomeOf(answerQuery(query, full, { host: { note: host, block } }))).toEqual(expected);
  });
});

describe('a vault whose searches have listed all that they may together', () => {
  const full = corpusOf({ 'Late.md': '```query\nx\n```\n\nword\n', 'Other.md': 'word\n' });
  const [host] = full.notes;

  it.each([
    [0, ['Late', 'Other']],
    [198, ['Late', 'Other']],
    [199, ['query/too-many-results']],
  ])('lists little more in a note that lists %i rows', (given, expected) => {
    full.given.set(0, given).set(undefined, 500_000);
    const block = host?.queries[0];
    if (host === undefined || block === undefined) throw new Error('no such note');
    expect(outcomeOf(answerQuery('word', full, { host: { note: host, block } }))).toEqual(expected);
  });
});
