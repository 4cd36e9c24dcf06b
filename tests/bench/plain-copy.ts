import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readVault } from '../../src/vault/index.ts';
import { parseNote } from '../../src/parse/index.ts';

/**
 * Writes a vault's notes so that other site generators take them: each one's title and tags as
 * frontmatter that is sure to be valid, and its body as it is. Gives the number of notes.
 */
export function writePlainCopy(vault: string, target: string): number {
  const { notes } = readVault(vault, ['.obsidian', '.trash']);
  for (const file of notes) {
    const { name, tags } = parseNote(file);
    const carried = [...new Set(tags.filter(({ origin }) => origin !== 'inline').map((tag) => tag.name))];
    const body = file.text.replace(/^---\r?\n[\s\S]*?\n---(?:\r?\n|$)/, '');
    const path = join(target, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `---\ntitle: ${JSON.stringify(name)}\ntags: ${JSON.stringify(carried)}\n---\n${body}`);
  }
  return notes.length;
}
