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
      'notes that meet both of these: 2 notes',
      '- notes that carry the tag #rule or one below it: 2 notes',
      '- notes that meet at least one of these: 2 notes',
      '  - notes whose content or name contains “tea”: 2 notes',
      '  - every note except those whose content or name contains “cup”: 1 note',
    ],
  },
  {
    query: '-(tea cup)',
    expected: [
      'notes that do not meet both of these: 2 notes',
      '- notes whose content or name contains “tea”: 2 notes',
      '- notes whose content or name contains “cup”: 2 notes',
    ],
  },
  { query: 'file:/^a/', expected: ['notes whose file name matches the regular expression /^a/: 1 note'] },
  {
    query: 'line:(tea cup)',
    expected: [
      'notes with a line that by itself meets both of these: 1 note',
      '- notes with a line that contains “tea”: 2 notes',
      '- notes with a line that contains “cup”: 2 notes',
    ],
  },
  { query: 'task-todo:call', expected: ['notes with an open task that contains “call”: 1 note'] },
  { query: '[level]', expected: ['notes that have the property “level”: 1 note'] },
  {
    query: '[level:high]',
    expected: ['notes that have the property “level” with a value that contains “high”: 1 note'],
  },
  { query: '[level:null]', expected: ['notes that have the property “level” without a value: 0 notes'] },
  {
    query: '[level:high OR >3]',
    expected: [
      'notes that have the property “level” with a value that contains “high” or with a value that is above 3: 1 note',
    ],
  },
  {
    query: '[level:-high]',
    expected: ['notes that have the property “level” with a value that does not meet high: 0 notes'],
  },
  {
    query: '[level:5]',
    expected: ['notes that have the property “level” with a value that is that number or contains “5”: 0 notes'],
  },
  { query: 'tag:/x$/', expected: ['notes that carry a tag that matches the regular expression /x$/: 1 note'] },
  { query: 'task:""', expected: ['notes with a task: 1 note'] },
  { query: 'path:-a', expected: ['notes whose path by itself meets -a: 2 notes'] },
  {
    query: 'match-case:Tea',
    expected: ['notes whose content or name contains “Tea”, upper and lower case told apart: 0 notes'],
  },
  {
    query: 'match-case:section:(tea section:cup)',
    expected: [
      'notes with a section that by itself meets both of these, upper and lower case told apart: 0 notes',
      '- notes with a section that contains “tea”, upper and lower case told apart: 2 notes',
      '- notes with a section that by itself meets section:cup, upper and lower case told apart: 0 notes',
    ],
  },
  {
    query: 'tag:(rule -x)',
    expected: [
      'notes with tags that meet both of these: 2 notes',
      '- notes that carry the tag #rule or one below it: 2 notes',
      '- notes with tags that meet -x: 3 notes',
    ],
  },
  {
    query: '--tea',
    expected: ['notes left out by “every note except those whose content or name contains “tea””: 2 notes'],
  },
  { query: 'x )', expected: ['1:3 there is no parenthesis for this one to close'] },
];

test.each(rows)('$query', ({ query, expected }) => {
  expect(explainQuery(query, corpus).split('\n')).toEqual(expected);
});
