import { describe, expect, it } from 'vitest';
import { createLinkResolver } from '../../../src/graph/links.ts';
import type { LinkTarget, PageNode, TechniqueNode } from '../../../src/graph/index.ts';
import { parseNote } from '../../../src/parse/index.ts';
import type { NoteLink } from '../../../src/parse/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

const paths = [
  'Detection Rules.md',
  'Detection Rules/rule.md',
  'Testing Runbooks/T1003 - Dumping.md',
  'Use Cases/T1003 - Dumping.md',
  'deep/er/Only.md',
  'other/Twin.md',
  'Twin.md',
  'Caf\u00e9 bar.md',
  'forms/Two words.md',
  'forms/Two  words.md',
  'forms/E\u0301te\u0301.md',
  'forms/\u00c9t\u00e9.md',
];
const text = '# Top\n\n## Détection: how?\n\n### Windows\n\n## Twice\n\n### Windows\n\npara ^note1\n';
const notes = paths.map((path) => parseNote({ path: vaultPath(path), text, encoding: 'utf-8' }));
// The resolver only looks at the note and its path.
const nodes = notes.map((note) => ({ kind: 'page', path: note.file.path, note }) as unknown as PageNode);
const technique = { kind: 'technique', path: vaultPath('Use Cases/T1003 - Dumping.md') } as unknown as TechniqueNode;
const resolve = createLinkResolver({
  notes,
  attachments: [vaultPath('img/a b.png'), vaultPath('Use Cases/a b.png')],
  noteAt: (path) => nodes.find((node) => node.path === path),
  techniqueOf: (id) => (String(id) === 'T1003' ? technique : undefined),
});

function show(target: LinkTarget): string {
  switch (target.kind) {
    case 'note':
      return `note ${target.node.path}${target.anchor === undefined ? '' : `#${target.anchor}`}${target.anchorFound ? '' : ' (no anchor)'}`;
    case 'attachment':
      return `file ${target.path}`;
    case 'external':
      return `external ${target.url}`;
    default:
      return target.kind;
  }
}

const rows: readonly [
  from: string,
  syntax: NoteLink['syntax'],
  target: string,
  anchor: string | undefined,
  expected: string,
][] = [
  ['Twin.md', 'wiki', 'Only', undefined, 'note deep/er/Only.md'],
  ['Twin.md', 'wiki', 'only', undefined, 'note deep/er/Only.md'],
  ['Twin.md', 'wiki', 'er/Only', undefined, 'note deep/er/Only.md'],
  ['Twin.md', 'wiki', 'deep/er/Only.md', undefined, 'note deep/er/Only.md'],
  ['Twin.md', 'wiki', 'r/Only', undefined, 'missing'],
  ['Twin.md', 'wiki', 'cafe\u0301 bar', undefined, 'note Caf\u00e9 bar.md'],
  ['Twin.md', 'wiki', 'Caf\u00e9\u00a0bar', undefined, 'note Caf\u00e9 bar.md'],
  ['Twin.md', 'wiki', 'CAF\u00c9\u202fBAR', undefined, 'note Caf\u00e9 bar.md'],
  ['Twin.md', 'markdown', 'Caf\u00e9  bar.md', undefined, 'note Caf\u00e9 bar.md'],
  ['deep/er/Only.md', 'markdown', '../../Cafe\u0301 bar.md', undefined, 'note Caf\u00e9 bar.md'],
  ['Twin.md', 'wiki', 'two words', undefined, 'note forms/Two words.md'],
  ['Twin.md', 'wiki', 'two  words', undefined, 'note forms/Two  words.md'],
  ['Twin.md', 'wiki', 'forms/two \u00a0words', undefined, 'note forms/Two words.md'],
  ['Twin.md', 'wiki', '\u00c9t\u00e9', undefined, 'note forms/\u00c9t\u00e9.md'],
  ['Twin.md', 'wiki', 'E\u0301te\u0301', undefined, 'note forms/E\u0301te\u0301.md'],
  ['Twin.md', 'wiki', 'Only', 'de\u0301tection how', 'note deep/er/Only.md#d\u00e9tection-how'],
  [
    'Testing Runbooks/T1003 - Dumping.md',
    'wiki',
    'T1003 - Dumping',
    undefined,
    'note Testing Runbooks/T1003 - Dumping.md',
  ],
  ['Use Cases/T1003 - Dumping.md', 'wiki', 'T1003 - Dumping', undefined, 'note Use Cases/T1003 - Dumping.md'],
  ['Twin.md', 'wiki', 'T1003 - Dumping', undefined, 'note Use Cases/T1003 - Dumping.md'],
  ['deep/er/Only.md', 'wiki', 'Twin', undefined, 'note Twin.md'],
  ['other/Twin.md', 'wiki', 'Twin', undefined, 'note Twin.md'],
  ['Twin.md', 'wiki', 'Detection Rules', undefined, 'note Detection Rules.md'],
  ['Use Cases/T1003 - Dumping.md', 'markdown', 'a b.png', undefined, 'file Use Cases/a b.png'],
  ['Twin.md', 'wiki', 'T1003', undefined, 'note Use Cases/T1003 - Dumping.md'],
  ['Twin.md', 'markdown', 't1003', undefined, 'note Use Cases/T1003 - Dumping.md'],
  ['Twin.md', 'wiki', 'T1003_001', undefined, 'missing'],
  [
    'Twin.md',
    'markdown',
    'https://attack.mitre.org/versions/v14/techniques/T1003/',
    undefined,
    'note Use Cases/T1003 - Dumping.md',
  ],
  ['Twin.md', 'wiki', 'img/a b.png', undefined, 'file img/a b.png'],
  ['Use Cases/T1003 - Dumping.md', 'markdown', '../Twin.md', undefined, 'note Twin.md'],
  ['Use Cases/T1003 - Dumping.md', 'markdown', '../../etc/passwd', undefined, 'missing'],
  ['Twin.md', 'markdown', '/deep/er/Only.md', undefined, 'note deep/er/Only.md'],
  ['Twin.md', 'wiki', '', 'Twice', 'note Twin.md#twice'],
  ['Twin.md', 'wiki', 'Only', 'détection how', 'note deep/er/Only.md#détection-how'],
  ['Twin.md', 'wiki', 'Only', 'Twice#Windows', 'note deep/er/Only.md#windows-1'],
  ['Twin.md', 'wiki', 'Only', '^NOTE1', 'note deep/er/Only.md#^note1'],
  ['Twin.md', 'wiki', 'Only', '^other', 'note deep/er/Only.md (no anchor)'],
  ['Twin.md', 'markdown', 'deep/er/Only.md', 'windows-1', 'note deep/er/Only.md#windows-1'],
  ['Twin.md', 'markdown', 'https://example.org/x', 'y', 'external https://example.org/x#y'],
  ['Twin.md', 'markdown', 'https://attack.mitre.org/techniques/T1003', undefined, 'note Use Cases/T1003 - Dumping.md'],
  ['Twin.md', 'markdown', 'javascript:alert(1)', undefined, 'unsafe'],
  ['Twin.md', 'markdown', 'java\tscript:alert(1)', undefined, 'unsafe'],
  ['Twin.md', 'markdown', ' JAVASCRIPT:alert(1)', undefined, 'unsafe'],
  ['Twin.md', 'markdown', 'data:text/html,x', undefined, 'unsafe'],
  ['Twin.md', 'markdown', 'C:\\Windows\\x.exe', undefined, 'missing'],
];

describe('createLinkResolver', () => {
  it.each(rows)('from %s the %s link %s # %s leads to %s %s', (from, syntax, target, anchor, expected) => {
    expect(show(resolve(vaultPath(from), { syntax, target, anchor }))).toBe(expected);
  });
});
