import { expect, it } from 'vitest';
import { readConfig } from '../../../src/domain/index.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import { createCorpus } from '../../../src/query/index.ts';
import { notesOf } from '../query/notes.ts';

/** `code path:column` of what is found in notes about links and their lack. */
function reported(files: Readonly<Record<string, string>>): readonly string[] {
  const notes = notesOf(files);
  const corpus = createCorpus(notes);
  const { diagnostics } = buildGraph({ ...readConfig(undefined), notes, attachments: [], corpus, kindCorpus: corpus });
  return diagnostics
    .filter(({ code }) => code === 'graph/orphan' || code.startsWith('links/'))
    .map(({ code, place: { path, start } }) => `${code} ${path}:${start.column}`);
}

it.each([
  ['a note that only links to itself', { 'a.md': '[[a]] [[b]]', 'b.md': '' }, ['a.md']],
  ['notes that link to each other', { 'a.md': '[[b]]', 'b.md': '![[a]]' }, []],
  ['notes that a search of another lists', { 'a.md': '[[b]]', 'b.md': '```query\nfile:a\n```' }, []],
  ['a search that lists its own note alone', { 'a.md': '```query\nfile:a\n```', 'b.md': '[[a]]' }, ['b.md']],
  ['a vault of one note', { 'a.md': 'Alone.' }, []],
  ['a note whose tags could not be read', { 'a.md': '---\ntags: [, x]\n---\n', 'b.md': '[[b]]' }, ['b.md']],
])('orphans: %s', (_, files, paths) => {
  expect(reported(files)).toEqual(paths.map((path) => `graph/orphan ${path}:1`));
});

it.each([
  ['![[shot.png]]', 'missing-attachment'],
  ['[[report.PDF]]', 'missing-attachment'],
  ['![chain](images/chain)', 'missing-attachment'],
  ['<img alt="x" src="images/gone.png"> b', 'missing-attachment'],
  ['[hosts](files/hosts.csv)', 'missing-attachment'],
  ['[[Note]]', 'broken'],
  ['![[Note]]', 'broken'],
  ['![note](Note.md)', 'broken'],
  ['[[rundll32.exe]]', 'broken'],
  ['[[T1059.001]]', 'broken'],
  ['[[evil.com]]', 'broken'],
])('what %s lacks is told by links/%s', (text, code) => {
  expect(reported({ 'a.md': text })).toEqual([`links/${code} a.md:1`]);
});
