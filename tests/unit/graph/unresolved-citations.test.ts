import { expect, it } from 'vitest';
import { readConfig } from '../../../src/domain/index.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import { createCorpus } from '../../../src/query/index.ts';
import { notesOf } from '../query/notes.ts';

function reported(files: Readonly<Record<string, string>>): readonly string[] {
  const notes = notesOf(files);
  const corpus = createCorpus(notes);
  const { diagnostics } = buildGraph({ ...readConfig(undefined), notes, attachments: [], corpus, kindCorpus: corpus });
  return diagnostics
    .filter(({ code }) => code === 'graph/unresolved-citations')
    .map(
      ({ severity, place: { path, start }, message }) => `${severity} ${path} ${start.line}:${start.column} ${message}`,
    );
}

it('counts the citations of all notes in one diagnostic, at the first', () => {
  const files = {
    'a.md': 'A. (Citation: A)\n\n# References\n\n- A: https://example.org\n',
    'b.md': 'B. (Citation: A)\n(Citation: B)\n',
    'c.md': '`(Citation: A)` (Citation: C)\n',
  };
  expect(reported(files)).toEqual(['info b.md 1:4 3 citations in 2 notes name sources that their notes do not list']);
});

it.each([
  [{ 'a.md': 'A. (Citation: A)' }, ['info a.md 1:4 one citation names a source that its note does not list']],
  [
    { 'a.md': '(Citation: A) (Citation: A)' },
    ['info a.md 1:1 2 citations in one note name sources that their notes do not list'],
  ],
  [{ 'a.md': 'None.' }, []],
])('%j', (files, expected) => {
  expect(reported(files)).toEqual(expected);
});
