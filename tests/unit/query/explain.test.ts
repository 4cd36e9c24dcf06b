import { expect, test } from 'vitest';
import { explainQuery } from '../../../src/query/index.ts';
import { corpusOf } from './notes.ts';

const corpus = corpusOf({
  'a.md': '---\ntags: [rule]\nlevel: high\n---\ntea\n- [ ] call\n',
  'b.md': '#rule/x tea cup\n',
  'c.md': 'cup\n',
});

const rows: readonly { query: string; expected: readonly string[] }[] = [
  { query: 'tea', expected: ['notes whose content or name contains “tea”: 2 notes'] },
  { query: '"tea cup"', expected: ['notes whose content or name contains “tea cup” as whole words: 1 note'] },
  {
    query: 'tag:#rule (tea OR -cup)',
    expected: [
      'notes that meet all 2 of these: 2 notes',
      '- notes that carry the tag #rule or one below it: 2 notes',
      '- notes that meet one of these 2: 2 notes',
      '  - notes whose content or name contains “tea”: 2 notes',
      '  - every note but notes whose content or name contains “cup”: 1 note',
    ],
  },
  {
    query: '-(tea cup)',
    expected: [
      'notes that do not meet all of these: 2 notes',
      '- notes whose content or name contains “tea”: 2 notes',
      '- notes whose content or name contains “cup”: 2 notes',
    ],
  },
  { query: 'file:/^a/', expected: ['notes whose file name matches the regular expression /^a/: 1 note'] },
  { query: 'line:(tea cup)', expected: ['notes with a line that on its own meets tea cup: 1 note'] },
  { query: 'task-todo:call', expected: ['notes with an open task that contains “call”: 1 note'] },
  { query: '[level]', expected: ['notes that have the property “level”: 1 note'] },
  {
    query: '[level:high]',
    expected: ['notes that have the property “level” whose value contains “high” or is that number: 1 note'],
  },
  { query: '[level:null]', expected: ['notes that have the property “level” without a value: 0 notes'] },
  { query: 'x )', expected: ['1:3 there is no parenthesis for this one to close'] },
];

test.each(rows)('$query', ({ query, expected }) => {
  expect(explainQuery(query, corpus).split('\n')).toEqual(expected);
});
