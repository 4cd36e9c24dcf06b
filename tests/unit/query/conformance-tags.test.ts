import { describe } from 'vitest';
import { conform } from './conformance.ts';

describe('tags', () => {
  conform(
    {
      'A list.md': '---\ntags: [work, Job/Task]\n---\n',
      'B inline.md': 'On #work and (#hidden) and `#code`\n',
      'C nested.md': '#work/urgent\n',
      'D inner.md': '#myjob/work\n',
      'E joined.md': '#workshop #T1204_002\n',
      'F text.md': 'work without a tag, a#work, \\#work\n',
      'G string.md': '---\ntags: alpha, beta gamma\n---\n',
      'H hash.md': "---\ntags: ['#quoted', 1984, 2024-goals]\n---\n",
      'I script.md': '#größe #日本 #emoji🙂\n',
      'J deep.md': '#T1204/x/y\n',
      'K code.md': '```\n#work\n```\n',
      'L upper.md': '#WORK\n- [ ] do #item\n',
      'M other.md': '---\nkeywords: [work]\n---\n#end/\n',
    },
    [
      {
        rule: 'A6.1 inline and frontmatter',
        query: 'tag:work',
        expected: ['A list', 'B inline', 'C nested', 'L upper'],
      },
      { rule: 'A6.2 # optional', query: 'tag:#work', expected: ['A list', 'B inline', 'C nested', 'L upper'] },
      {
        rule: 'A4.6 a space after the colon',
        query: 'tag: work',
        expected: ['A list', 'B inline', 'C nested', 'L upper'],
      },
      {
        rule: 'A4.6 a line end after it',
        query: 'tag:\n#work',
        expected: ['A list', 'B inline', 'C nested', 'L upper'],
      },
      {
        rule: 'A4.5 operators in any case',
        query: 'TAG:work',
        expected: ['A list', 'B inline', 'C nested', 'L upper'],
      },
      { rule: 'A6.3 any case', query: 'tag:WoRk', expected: ['A list', 'B inline', 'C nested', 'L upper'] },
      { rule: 'A6.3 Unicode lower case', query: 'tag:GRÖSSE OR tag:GRÖßE', expected: ['I script'] },
      { rule: 'A6.4 the levels below', query: 'tag:job', expected: ['A list'] },
      { rule: 'A6.4 not the level above', query: 'tag:work/urgent', expected: ['C nested'] },
      { rule: 'A6.4 only / nests', query: 'tag:T1204', expected: ['J deep'] },
      { rule: 'A6.4 a middle level', query: 'tag:t1204/X', expected: ['J deep'] },
      { rule: 'A6.5 no inner level', query: 'tag:task', expected: [] },
      { rule: 'A6.5 no part of a name', query: 'tag:wor', expected: [] },
      { rule: 'A6.6 a phrase', query: 'tag:"work/urgent"', expected: ['C nested'] },
      { rule: 'A6.6 a phrase with #', query: 'tag:"#alpha"', expected: ['G string'] },
      { rule: 'A6.6 a group', query: 'tag:(alpha OR myjob)', expected: ['D inner', 'G string'] },
      { rule: 'A6.6 all of a group', query: 'tag:(alpha beta)', expected: ['G string'] },
      {
        rule: 'A6.6 a negated value',
        query: 'tag:-work tag:/./',
        expected: ['D inner', 'E joined', 'G string', 'H hash', 'I script', 'J deep', 'M other'],
      },
      {
        rule: 'A6.6 a regular expression sees the #',
        query: 'tag:/^#work/',
        expected: ['A list', 'B inline', 'C nested', 'E joined', 'L upper'],
      },
      { rule: 'A6.6 a regular expression sees whole tags', query: 'tag:/^#t1204$/', expected: [] },
      { rule: 'A6.6 an impossible tag is on nothing', query: 'tag:1984', expected: [] },
      {
        rule: 'A5.4 tags ignore match-case',
        query: 'match-case:tag:WORK',
        expected: ['A list', 'B inline', 'C nested', 'L upper'],
      },
      { rule: 'A5.4 also within', query: 'tag:match-case:ALPHA', expected: ['G string'] },
      {
        rule: 'A6.7 a bare #x is text',
        query: '#work',
        expected: ['B inline', 'C nested', 'E joined', 'F text', 'K code', 'L upper'],
      },
      { rule: 'A3.1 letters of any script', query: 'tag:日本', expected: ['I script'] },
      { rule: 'A3.1 symbols', query: 'tag:emoji🙂', expected: ['I script'] },
      { rule: 'A3.2 digits and more', query: 'tag:2024-goals', expected: ['H hash'] },
      { rule: 'A3.5 a trailing slash is dropped', query: 'tag:end', expected: ['M other'] },
      { rule: 'A3.5 in the search too', query: 'tag:end/', expected: ['M other'] },
      { rule: 'A3.6 a string is split', query: 'tag:beta tag:gamma', expected: ['G string'] },
      { rule: 'A3.6 # in frontmatter', query: 'tag:quoted', expected: ['H hash'] },
      { rule: 'A3.7 no other property', query: 'tag:work "keywords"', expected: [] },
      {
        rule: 'A4.8 negated',
        query: '-tag:work work',
        expected: ['D inner', 'E joined', 'F text', 'K code', 'M other'],
      },
      { rule: 'A4.2 lines side by side', query: 'tag: alpha\ntag: beta', expected: ['G string'] },
      { rule: 'A7.8 tags of a line', query: 'line:(tag:item do)', expected: ['L upper'] },
      { rule: 'A7.8 not those of another line', query: 'line:(tag:work do)', expected: [] },
      { rule: 'A7.8 tags of a task', query: 'task:tag:item', expected: ['L upper'] },
    ],
  );
});

describe('tags with slashes at their start and side by side', () => {
  conform({ 'A first.md': '#/x\n', 'B double.md': '#a//b\n' }, [
    { rule: 'A6.4 no tag is on nothing', query: 'tag:""', expected: [] },
    { rule: 'A6.4 nor is a # alone', query: 'tag:#', expected: [] },
    { rule: 'A6.4 the tag itself', query: 'tag:#/x', expected: ['A first'] },
    { rule: 'A6.4 the level above', query: 'tag:a', expected: ['B double'] },
    { rule: 'A6.4 in a line too', query: 'line:tag:a/', expected: ['B double'] },
  ]);
});
