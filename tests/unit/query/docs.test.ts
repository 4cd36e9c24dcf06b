import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerQuery } from '../../../src/query/index.ts';
import { corpusOf } from './notes.ts';

/** docs/query.md shows its notes in fences with their paths, its searches in fences with the answer below. */
const text = readFileSync(new URL('../../../docs/query.md', import.meta.url), 'utf8');
const NOTE = /^(`{3,})note (.+)\n([^]*?)^\1$/gm;
const notes = Object.fromEntries([...text.matchAll(NOTE)].map((match) => [match[2] ?? '', match[3] ?? '']));
const prose = text.replace(NOTE, '');
const examples = [...prose.matchAll(/^```query\n([^]*?)\n```\n\n→ (.+)$/gm)].map((match) => ({
  query: match[1] ?? '',
  expected: match[2] ?? '',
}));
const corpus = corpusOf(notes);

function answered(query: string): string {
  const answer = answerQuery(query, corpus);
  if (answer.kind === 'rows') {
    return answer.rows.length === 0 ? 'nothing' : answer.rows.map(({ note }) => `\`${note.file.path}\``).join(', ');
  }
  return answer.problems
    .map(({ code, position }) => `\`${code.replace('query/', '')}\` at ${position.line}:${position.column}`)
    .join(', ');
}

test('every search has its answer below it', () => {
  expect(Object.keys(notes)).toHaveLength(6);
  expect(prose.match(/^```query$/gm)).toHaveLength(examples.length);
});

test.each(examples)('$query', ({ query, expected }) => {
  expect(answered(query)).toBe(expected);
});
