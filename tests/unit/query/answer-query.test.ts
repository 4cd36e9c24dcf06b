import { describe, expect, test } from 'vitest';
import { answerQuery, createCorpus } from '../../../src/query/index.ts';
import { corpusOf, notesOf, pathsOf, rowsOf } from './notes.ts';

const HOST = [
  '---',
  'tags: [hub]',
  '---',
  'The kettle is on.',
  '> [!info]- Found',
  '> ```query',
  '> kettle teapot',
  '> ```',
  '',
  '```query',
  'cup',
  '```',
  '',
].join('\n');

describe('an embedded search', () => {
  const notes = notesOf({ 'Hub.md': HOST, 'Tea.md': 'kettle and teapot #hub\n', 'Cup.md': 'cup\n' });
  const corpus = createCorpus(notes);
  const host = notes[0];

  const rows: readonly { rule: string; block: number; query: string; expected: readonly string[] }[] = [
    { rule: 'A2.5 its own lines are blank', block: 0, query: 'kettle teapot', expected: ['Tea.md'] },
    { rule: 'A2.5 other blocks stay visible', block: 0, query: 'cup', expected: ['Cup.md', 'Hub.md'] },
    { rule: 'A2.5 the fences are hidden too', block: 1, query: 'query -teapot', expected: [] },
    { rule: 'A2.3 it sees the rest of its note', block: 0, query: 'kettle', expected: ['Hub.md', 'Tea.md'] },
    { rule: 'A2.3 tags of its note count', block: 0, query: 'tag:hub', expected: ['Hub.md', 'Tea.md'] },
    { rule: 'A2.5 the block is no block of the note', block: 1, query: 'block:/^\\s*$/', expected: [] },
  ];
  test.each(rows)('$rule: $query', ({ block, query, expected }) => {
    const queryBlock = host?.queries[block];
    if (host === undefined || queryBlock === undefined) throw new Error('the note has no such block');
    const answer = answerQuery(query, corpus, { host: { note: host, block: queryBlock } });
    expect(rowsOf(answer).map(({ note }) => note.file.path)).toEqual(expected);
  });
});

test('a search that stands in several notes sees in each what it sees there alone', () => {
  const files = { 'A.md': 'cup', 'B.md': 'a', 'C.md': '', 'D.md': 'cup of tea' };
  const searches = ['cup', '-cup', 'cup OR a', 'block:(query)', 'line:(/c.p/ -tea)', 'query -cup', 'file:b', '"cup" a'];
  const block = (search: string): string => `\`\`\`query\n${search}\n\`\`\`\n\n`;
  const notes = notesOf(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `${searches.map(block).join('')}${text}\n`])),
  );
  const together = createCorpus(notes);
  for (const note of [...notes, ...notes]) {
    for (const queryBlock of note.queries) {
      const host = { note, block: queryBlock };
      const [shared, alone] = [together, createCorpus(notes)].map((corpus) =>
        rowsOf(answerQuery(queryBlock.source, corpus, { host })).map(({ note: { file } }) => file.path),
      );
      expect(shared, `${queryBlock.source} in ${note.file.path}`).toEqual(alone);
    }
  }
});

describe('a corpus', () => {
  test('A1.2 leaves out excluded notes', () => {
    const corpus = corpusOf({ 'a.md': 'x', 'b.md': 'x' }, { isExcluded: (path) => path === 'a.md' });
    expect(pathsOf('x', corpus)).toEqual(['b.md']);
  });

  test('A1.3 sees no properties of invalid frontmatter, unless asked to', () => {
    const files = { 'a.md': '---\ntags: [, rule]\nlevel: high\n---\n' };
    expect(pathsOf('tag:rule OR [level]', corpusOf(files))).toEqual([]);
    expect(pathsOf('tag:rule', corpusOf(files, { includeRecovered: true }))).toEqual(['a.md']);
    expect(pathsOf('[level:high]', corpusOf(files, { includeRecovered: true }))).toEqual(['a.md']);
  });

  test('A10.1 gives rows by name, natural and regardless of case, then by path', () => {
    const names = ['b/Note 2.md', 'a/note 10.md', 'Note 2.md', 'a/Note 1.md', 'zeta/apple.md'];
    const corpus = corpusOf(Object.fromEntries(names.map((name) => [name, 'x'])));
    expect(pathsOf('x', corpus)).toEqual(['zeta/apple.md', 'a/Note 1.md', 'Note 2.md', 'b/Note 2.md', 'a/note 10.md']);
  });
});

describe('the places of a row', () => {
  const rows: readonly { query: string; text: string; expected: readonly string[] }[] = [
    { query: 'tea', text: 'Tea, tea and TEAPOT', expected: ['Tea', 'tea', 'TEA'] },
    { query: '"tea"', text: 'Tea and teapot', expected: ['Tea'] },
    { query: '/t.a/', text: 'tea toa', expected: ['tea', 'toa'] },
    { query: 'tea -milk', text: 'tea', expected: ['tea'] },
    { query: 'tea eap', text: 'teapot', expected: ['teap'] },
    { query: 'line:(tea cup)', text: 'tea\ntea cup\ncup', expected: ['tea', 'cup'] },
    { query: 'tag:x', text: '#x', expected: [] },
    { query: 'file:n', text: 'n', expected: [] },
    { query: 'İx', text: 'İİ İX', expected: ['İX'] },
    { query: 'match-case:Tea', text: 'tea Tea', expected: ['Tea'] },
    { query: 'task:call', text: '- [ ] call\n- call', expected: ['call'] },
    { query: '(tea cup) OR jug', text: 'tea jug', expected: ['jug'] },
  ];
  test.each(rows)('$query in $text', ({ query, text, expected }) => {
    const row = rowsOf(answerQuery(query, corpusOf({ 'n.md': text })))[0];
    expect(row?.matches.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
