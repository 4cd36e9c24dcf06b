import { expect, test } from 'vitest';
import { blockUnits, lineUnits, sectionUnits, taskUnits, unitText } from '../../../src/query/units.ts';
import type { Unit } from '../../../src/query/units.ts';
import { notesOf } from './notes.ts';

const TEXT = [
  '---',
  'a: b',
  '---',
  'para',
  'more',
  '',
  '1. one',
  '   - [ ] two',
  '',
  '     two more',
  '',
  '   after two',
  '2. three',
  '',
  '> [!note] callout',
  '> - [x] in it',
  '',
  '  ## Head',
  '- [ ]',
  '',
].join('\n');

const rows: readonly { kind: string; read: (text: string) => readonly Unit[]; expected: readonly string[] }[] = [
  { kind: 'lines', read: (text) => [...lineUnits(text)], expected: TEXT.split('\n') },
  {
    kind: 'lines that hold a text',
    read: (text) => [...lineUnits(text, 'two')],
    expected: TEXT.split('\n').filter((line) => line.includes('two')),
  },
  {
    kind: 'lines that touch a part',
    read: (text) => [...lineUnits(text, '', { start: text.indexOf('ra'), end: text.indexOf('re') })],
    expected: ['para', 'more'],
  },
  {
    kind: 'lines up to the end of the first, where that is blank',
    read: (text) => [...lineUnits(`\n${text}`, '', { start: 0, end: 0 })],
    expected: [''],
  },
  {
    kind: 'blocks',
    read: (text) => blockUnits(treeOf(text), text),
    expected: [
      '---\na: b\n---',
      'para\nmore',
      '1. one\nafter two',
      '- [ ] two\n\n     two more',
      '2. three',
      '> [!note] callout\n> - [x] in it',
      '## Head',
      '- [ ]',
    ],
  },
  {
    kind: 'sections',
    read: (text) => sectionUnits(treeOf(text), text),
    expected: [TEXT.slice(0, TEXT.indexOf('  ## Head')), TEXT.slice(TEXT.indexOf('  ## Head'))],
  },
  { kind: 'tasks', read: (text) => taskUnits(treeOf(text), text), expected: ['two\n\n     two more', 'in it', ''] },
];

function treeOf(text: string): Parameters<typeof blockUnits>[0] {
  const [note] = notesOf({ 'n.md': text });
  if (note === undefined) throw new Error('no note');
  return note.tree;
}

test.each(rows)('$kind', ({ read, expected }) => {
  expect(read(TEXT).map((unit) => unitText(unit, TEXT))).toEqual(expected);
});
