import { expect, test } from 'vitest';
import { answerQuery } from '../../../src/query/index.ts';
import { corpusOf } from './notes.ts';

const corpus = corpusOf({
  'a.md': '---\ntags: [detection_rule, work/urgent]\nseverity: high\n---\nx\n',
  'b.md': '---\ntitle: [Command and Control, R & D, Oracle]\n---\n',
});

const MADE_OF = 'tags are made of letters, digits, _, - and /, not of digits alone';

const FLAGS = 'flags are not read: letter case is ignored already, unless under match-case:';
const PATH =
  'put a path in quotes, without its first slash: path:"folder/name"; within an expression write \\/ for a slash';
const SLASH = 'write \\/ for a slash within the expression, or a space before the next term';

const AND = 'leave it out: terms side by side must all match';
const OR = 'write OR, in capitals, between the terms';
const NOT = 'write a minus sign directly before the term: -term';

/** A query and its warnings as `line:column code hint`. */
const rows: readonly { query: string; expected: readonly string[] }[] = [
  { query: 'x', expected: [] },
  { query: 'tag:detection_rule [severity] file:a', expected: [] },
  { query: 'x AND y', expected: ['1:3 and-is-text leave it out: terms side by side must all match'] },
  { query: 'x and y OR x or y', expected: [] },
  { query: '"AND"', expected: [] },
  { query: 'x && y', expected: ['1:3 and-is-text leave it out: terms side by side must all match'] },
  { query: 'x || y', expected: ['1:3 or-is-text write OR, in capitals, between the terms'] },
  { query: 'NOT x', expected: ['1:1 not-is-text write a minus sign directly before the term: -term'] },
  { query: 'not [severity]', expected: ['1:1 not-is-text write a minus sign directly before the term: -term'] },
  { query: 'file:a or file:b', expected: ['1:8 or-is-text write OR, in capitals, between the terms'] },
  { query: 'x and (y OR x)', expected: ['1:3 and-is-text leave it out: terms side by side must all match'] },
  { query: 'R & D', expected: [] },
  { query: 'file:a | file:b', expected: ['1:8 or-is-text write OR, in capitals, between the terms'] },
  { query: 'x –file:a', expected: ['1:3 not-is-text write a minus sign directly before the term: -term'] },
  { query: '!file:a', expected: ['1:1 not-is-text write a minus sign directly before the term: -term'] },
  { query: 'wow! ~user', expected: [] },
  { query: '“two words”', expected: ['1:1 curly-quote write straight quotes around a phrase: "two words"'] },
  { query: 'x\ntags: y', expected: ['2:1 unknown-operator did you mean “tag:”?'] },
  { query: 'tags:#y', expected: ['1:1 unknown-operator did you mean “tag:#y”?'] },
  { query: 'sectoin:y', expected: ['1:1 unknown-operator did you mean “section:y”?'] },
  { query: 'severity:high', expected: ['1:1 unknown-operator did you mean “[severity:high]”?'] },
  { query: 'EventID:4688', expected: ['1:1 unknown-operator'] },
  { query: 'constructor:x', expected: ['1:1 unknown-operator'] },
  { query: 'https://example.org', expected: ['1:1 unknown-operator'] },
  { query: '12:30 "a:b" [severity:a:b]', expected: [] },
  { query: 'tag:1984', expected: [`1:5 impossible-tag ${MADE_OF}`] },
  { query: 'tag:a.b', expected: [`1:5 impossible-tag ${MADE_OF}`] },
  { query: 'tag:"two words"', expected: [`1:5 impossible-tag ${MADE_OF}`] },
  { query: 'tag:""', expected: [`1:5 impossible-tag ${MADE_OF}`] },
  { query: 'tag:##x', expected: [`1:5 impossible-tag ${MADE_OF}`] },
  { query: 'tag:detection.rule', expected: ['1:5 impossible-tag did you mean “detection_rule”?'] },
  { query: 'tag:urgent', expected: ['1:5 unknown-tag did you mean “work/urgent”?'] },
  { query: 'tag:/x/ tag:"/x"', expected: ['1:13 unknown-tag'] },
  { query: 'tag:detection_rules', expected: ['1:5 unknown-tag did you mean “detection_rule”?'] },
  { query: 'tag:(T9999 OR work)', expected: ['1:6 unknown-tag'] },
  { query: 'tag:work/urgnt', expected: ['1:5 unknown-tag did you mean “work/urgent”?'] },
  { query: '-tag:match-case:T9999', expected: ['1:17 unknown-tag'] },
  { query: 'tag:/^#zz/', expected: [] },
  { query: '[severty]', expected: ['1:2 unknown-property did you mean “severity”?'] },
  { query: 'x [level:high]', expected: ['1:4 unknown-property'] },
  { query: '[level OR severity]', expected: ['1:2 unknown-property'] },
  { query: '[/lev/]', expected: [] },
  { query: '/t\\d+/g', expected: [`1:7 text-after-regex ${FLAGS}`] },
  { query: '/al.ha/i x', expected: [`1:8 text-after-regex ${FLAGS}`] },
  { query: 'file:/^a/i', expected: [`1:10 text-after-regex ${FLAGS}`] },
  { query: 'tag:/x/i', expected: [`1:8 text-after-regex ${FLAGS}`] },
  { query: '-match-case:/x/gi', expected: [`1:16 text-after-regex ${FLAGS}`] },
  { query: '[severity:/hi/i]', expected: [`1:15 text-after-regex ${FLAGS}`] },
  { query: '[/sev/i]', expected: [`1:7 text-after-regex ${FLAGS}`, '1:7 unknown-property'] },
  { query: '/d/OR/e/', expected: [`1:4 text-after-regex ${SLASH}`] },
  { query: 'path:/Detection Rules/Windows/', expected: [`1:23 text-after-regex ${PATH}`] },
  { query: 'x\npath:/a//b/', expected: [`2:9 text-after-regex ${PATH}`] },
  { query: 'file:match-case:/a/b.md', expected: [`1:20 text-after-regex ${PATH}`] },
  { query: 'line:/etc/passwd', expected: [`1:11 text-after-regex ${SLASH}`] },
  { query: '/etc/shadow', expected: [`1:6 text-after-regex ${SLASH}`] },
  { query: '/a/ i', expected: [] },
  { query: '(/a/)i', expected: [] },
  { query: '/a/(i) /b/"i" /c/-i /d/ OR /e/ (/f/)', expected: [] },
  { query: 'a/b/i "/b/i" path:"/b/i" [[/a/i]]', expected: [] },
  { query: '[severity:high or medium]', expected: [`1:16 or-is-text ${OR}`] },
  { query: '[severity:high and low]', expected: [`1:16 and-is-text ${AND}`] },
  { query: '[severity:high AND low]', expected: [`1:16 and-is-text ${AND}`] },
  { query: '[severity:(high && low) OR x]', expected: [`1:17 and-is-text ${AND}`] },
  { query: 'x\n[severity:high || low]', expected: [`2:16 or-is-text ${OR}`] },
  { query: '[severity:NOT high]', expected: [`1:11 not-is-text ${NOT}`] },
  { query: '[severity:NOT]', expected: [`1:11 not-is-text ${NOT}`] },
  { query: '[severity:not high]', expected: [`1:11 not-is-text ${NOT}`] },
  { query: '[severity:>5 and <7]', expected: [`1:14 and-is-text ${AND}`] },
  { query: '-[/sev/:high or low]', expected: [`1:14 or-is-text ${OR}`] },
  { query: '[severity:“high”]', expected: ['1:11 curly-quote write straight quotes around a phrase: "two words"'] },
  { query: '[severity:and] [severity:"high or low"] [severity:high OR or]', expected: [] },
  { query: '[title:command and control]', expected: [] },
  { query: '[title:r & d]', expected: [] },
  { query: '[title:command AND control]', expected: [`1:16 and-is-text ${AND}`] },
  { query: '[title:command or control]', expected: [`1:16 or-is-text ${OR}`] },
  { query: 'tag :work', expected: ['1:1 colon-apart did you mean “tag:work”?'] },
  { query: 'x Tag : work y', expected: ['1:3 colon-apart did you mean “tag:work”?'] },
  { query: '-file :"a b"', expected: ['1:2 colon-apart did you mean “-file:"a b"”?'] },
  { query: 'x OR (path\n:(a OR b) x)', expected: ['1:7 colon-apart did you mean “path:(a OR b)”?'] },
  { query: 'task-todo : -/x/', expected: ['1:1 colon-apart did you mean “task-todo:-/x/”?'] },
  { query: 'line :tag:work', expected: ['1:1 colon-apart did you mean “line:tag:work”?'] },
  { query: 'block :', expected: ['1:1 colon-apart did you mean “block:”?'] },
  { query: '"tag" :work', expected: [] },
  { query: 'tag ":work"', expected: [] },
  { query: 'tag work', expected: [] },
  { query: 'tag OR :work', expected: [] },
  { query: 'tag: work', expected: [] },
  { query: 'task :tada: and content ::before', expected: [] },
  { query: 'the tags :work', expected: [] },
  { query: '[severity :high]', expected: [] },
];

test.each(rows)('$query', ({ query, expected }) => {
  const answer = answerQuery(query, corpus);
  const warnings = answer.kind === 'rows' ? answer.warnings : [];
  expect(answer.kind).toBe('rows');
  expect(
    warnings.map(({ code, position: { line, column }, hint }) => {
      return [`${line}:${column}`, code.replace('query/', ''), ...(hint === undefined ? [] : [hint])].join(' ');
    }),
  ).toEqual(expected);
  expect(warnings.every(({ severity }) => severity === 'warning')).toBe(true);
});
