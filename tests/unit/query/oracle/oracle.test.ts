import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuery, createCorpus, printQuery } from '../../../../src/query/index.ts';
import { notesOf } from '../notes.ts';
import { search, vault } from './arbitraries.ts';
import { searchNaively } from './evaluate-naively.ts';
import { writeNote } from './write-note.ts';

/**
 * Random searches over random notes, answered by the program and by a second evaluator: one that is
 * written from the rules alone, reads no Markdown and keeps no index.
 */
describe('a search returns what the rules say', () => {
  test('over all notes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(vault, fc.array(search, { minLength: 1, maxLength: 20 }), (models, queries) => {
        const written = models.map(writeNote);
        const corpus = createCorpus(notesOf(Object.fromEntries(written.map(({ path, text }) => [path, text]))));
        for (const query of queries) {
          const answer = answerQuery(printQuery(query), corpus);
          const found = answer.kind === 'rows' ? answer.rows.map(({ note }) => note.file.path) : answer.problems;
          expect([printQuery(query), found]).toEqual([printQuery(query), searchNaively(query, written)]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('embedded in a note, which does not see its own lines', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(vault, search, ([first, ...others], query) => {
        if (first === undefined) return;
        const text = printQuery(query);
        const host = writeNote({ ...first, blocks: [...first.blocks, { kind: 'query', text }, ...first.blocks] });
        const written = [host, ...others.map(writeNote)];
        const notes = notesOf(Object.fromEntries(written.map((note) => [note.path, note.text])));
        const note = notes.find(({ file }) => file.path === host.path);
        const [block] = note?.queries ?? [];
        const [hidden] = host.queries;
        if (note === undefined || block === undefined || hidden === undefined) throw new Error('no block');
        expect(block.source).toBe(text);
        const answer = answerQuery(text, createCorpus(notes), { host: { note, block } });
        const found = answer.kind === 'rows' ? answer.rows.map((row) => row.note.file.path) : answer.problems;
        expect(found).toEqual(searchNaively(query, written, { path: host.path, hidden }));
      }),
      { numRuns: 300 },
    );
  });
});
