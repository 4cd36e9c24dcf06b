import { expect, it } from 'vitest';
import { readConfig } from '../../../src/domain/index.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import { createCorpus } from '../../../src/query/index.ts';
import { notesOf } from '../query/notes.ts';

/** What a vault's technique ids are reported for: `path line:column message`. */
function reported(files: Readonly<Record<string, string>>): readonly string[] {
  const notes = notesOf(files);
  const corpus = createCorpus(notes);
  const { diagnostics } = buildGraph({ ...readConfig(undefined), notes, attachments: [], corpus, kindCorpus: corpus });
  return diagnostics
    .filter(({ code }) => code === 'graph/retired-technique' || code === 'graph/unknown-technique')
    .map(({ place: { path, start }, message }) => `${path} ${start.line}:${start.column} ${message}`);
}

const rule = (...tags: readonly string[]): string => `---\ntags: [detection_rule, ${tags.join(', ')}]\n---\n`;
const technique = (id: string): string => `---\ntags: [techniques, ${id}]\n---\n`;

it('reports what ATT&CK revoked, with what took its place, where a note writes it', () => {
  expect(
    reported({ 'a.md': rule('t1193', 'T1574_002'), 'b.md': '---\ntags: atomic_test\n---\n# T1064 - Scripts\n' }),
  ).toEqual([
    'a.md 2:24 ATT&CK revoked T1193; T1566.001 took its place',
    'a.md 2:31 ATT&CK revoked T1574.002; T1574.001 took its place',
    'b.md 4:3 ATT&CK took T1064 out and names nothing in its place',
  ]);
});

it('reports a technique that has a note at that note alone', () => {
  const files = {
    'T1574.002 - Side-Loading.md': technique('T1574_002'),
    'a.md': rule('T1574_002'),
    'b.md': rule('t1574.002'),
  };
  expect(reported(files)).toEqual([
    'T1574.002 - Side-Loading.md 2:20 ATT&CK revoked T1574.002; T1574.001 took its place',
  ]);
});

it('reports ids that ATT&CK never gave, but for those with a note', () => {
  const files = { 'T1055.077 - Ours.md': technique('T1055_077'), 'a.md': rule('T1055_077', 'T1055_088') };
  expect(reported(files)).toEqual([
    'a.md 2:35 ATT&CK 18.1 has no technique T1055.088, and no note of the vault is on it',
  ]);
});

it('says nothing of ids that are in use, or newer than the table', () => {
  expect(reported({ 'a.md': rule('T1059_001', 'T1059', 'T0800', 'T1685', 'T1685_001', 'T9001') })).toEqual([]);
});
