import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';

/** A change of a vault. Numbers choose among the notes that are there at the time, whatever their count. */
export type VaultEdit =
  | { readonly kind: 'append'; readonly note: number; readonly text: string }
  | { readonly kind: 'replace'; readonly note: number; readonly from: RegExp; readonly to: string }
  | { readonly kind: 'link'; readonly note: number; readonly to: number; readonly embed: boolean }
  | { readonly kind: 'delete'; readonly note: number }
  | { readonly kind: 'rename'; readonly note: number; readonly name: string }
  | { readonly kind: 'move'; readonly note: number }
  | { readonly kind: 'add'; readonly name: string; readonly text: string }
  | { readonly kind: 'attachment'; readonly color: string }
  | { readonly kind: 'configure'; readonly settings: string }
  | { readonly kind: 'set Obsidian'; readonly settings: string };

/** A copy of the bundled vault; remove it when done. */
export function copyVault(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'edited-'));
  const vault = path.join(folder, 'vault');
  cpSync('content', vault, { recursive: true });
  return vault;
}

/** The notes of a vault, sorted, by their paths in it. */
export function notesIn(vault: string): readonly string[] {
  const names = readdirSync(vault, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).sort();
}

/** Changes a vault on disk; tells in words what was done. */
export function applyEdit(vault: string, edit: VaultEdit): string {
  const notes = notesIn(vault);
  const at = (index: number): string => path.join(vault, notes[index % notes.length] ?? '');
  const change = (index: number, how: (text: string) => string): string => {
    writeFileSync(at(index), how(readFileSync(at(index), 'utf8')));
    return at(index);
  };
  switch (edit.kind) {
    case 'append':
      return `append ${JSON.stringify(edit.text)} to ${change(edit.note, (text) => `${text}\n${edit.text}\n`)}`;
    case 'replace':
      return `replace ${String(edit.from)} in ${change(edit.note, (text) => text.replace(edit.from, edit.to))}`;
    case 'link': {
      const mark = `${edit.embed ? '!' : ''}[[${path.basename(at(edit.to), '.md')}]]`;
      return `put ${mark} into ${change(edit.note, (text) => `${text}\n\n${mark}\n`)}`;
    }
    case 'delete':
      if (notes.length > 40) rmSync(at(edit.note));
      return `delete ${at(edit.note)}`;
    case 'rename':
      return move(at(edit.note), path.join(path.dirname(at(edit.note)), `${edit.name}.md`));
    case 'move':
      return move(at(edit.note), path.join(vault, 'Moved', path.basename(at(edit.note))));
    case 'add':
      writeFileSync(path.join(vault, `${edit.name}.md`), edit.text);
      return `add ${edit.name}`;
    case 'attachment': {
      const file = path.join(vault, 'attachments/detection-lifecycle.svg');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/<svg /, `<svg data-color="${edit.color}" `));
      return `color the attachment ${edit.color}`;
    }
    case 'configure':
      writeFileSync(path.join(vault, 'detectionary.yaml'), edit.settings);
      return `configure ${JSON.stringify(edit.settings)}`;
    case 'set Obsidian':
      mkdirSync(path.join(vault, '.obsidian'), { recursive: true });
      writeFileSync(path.join(vault, '.obsidian/app.json'), edit.settings);
      return `set Obsidian ${edit.settings}`;
  }
}

function move(from: string, to: string): string {
  mkdirSync(path.dirname(to), { recursive: true });
  if (!existsSync(to)) renameSync(from, to);
  return `move ${from} to ${to}`;
}

const note = fc.nat({ max: 10_000 });
const name = fc.constantFrom('New', 'Other name', 'T1059.999 - Something', 'rule_new', 'ünï', 'a#b', 'Detection Rules');
const paragraph = fc.constantFrom(
  'More text about rundll32.exe.',
  '#a_new_tag and #detection_rule',
  '[[T1059 - Command and Scripting Interpreter]] and [[nowhere]]',
  '```query\ntag:t1003\n```',
  '```query\nmore text\n```',
  '```query\n(broken\n```',
  '## A heading\n\nand text ^block-id',
  '%%a comment that nobody sees%%',
  'one line\nand another',
  '[unsafe](javascript:alert(1))',
  '<b>bold</b> and <pid>',
  '[^1]\n\n[^1]: A footnote.',
  '',
);
const replacement = fc.constantFrom(
  { from: /^tags:.*$/m, to: 'tags: [techniques, moved]' },
  { from: /^tags:.*$/m, to: 'tags: [, broken' },
  { from: /^# .*$/m, to: '# Another title' },
  { from: /^title: .*$/m, to: 'title: Another rule' },
  { from: /^level: .*$/m, to: 'level: critical' },
  { from: /^## .*$/m, to: '## Renamed section' },
  { from: /^---$[\s\S]*?^---$/m, to: '' },
  { from: /[\s\S]*/, to: '' },
  { from: /```query\n.*\n/g, to: '```query\ntag:detection_rule\n' },
);
const settings = fc.constantFrom(
  'title: Another site\n',
  "title: Parts\npublish: '-tag:atomic_test'\n",
  "kinds:\n  rule: 'tag:techniques'\n",
  "exclude: ['Playbooks']\n",
  'title: Detectionary example vault\n',
  'diagnostics:\n  links/broken: error\n',
  'lineBreaks: shown\n',
  'lineBreaks: joined\n',
);
const obsidianSettings = fc.constantFrom(
  '{}',
  '{"strictLineBreaks": true}',
  '{"strictLineBreaks": false, "userIgnoreFilters": ["Playbooks/"]}',
);

/** Every kind of change. */
export const vaultEdit: fc.Arbitrary<VaultEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('append' as const), note, text: paragraph }) },
  {
    weight: 4,
    arbitrary: fc.tuple(note, replacement).map(([at, how]) => ({ kind: 'replace' as const, note: at, ...how })),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('link' as const), note, to: note, embed: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), note }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), note, name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), note }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), name, text: paragraph }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('attachment' as const), color: fc.constantFrom('red', 'blue') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('configure' as const), settings }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('set Obsidian' as const), settings: obsidianSettings }),
  },
);
