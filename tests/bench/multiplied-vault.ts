import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from '../../src/domain/index.ts';
import { readConfigFile, readVault } from '../../src/vault/index.ts';
import { copyNote } from './vault-copy.ts';
import type { CopyPlan } from './vault-copy.ts';

/**
 * Writes a vault of so many times the notes of another, ids, titles and tags distinct; gives their number. At most
 * `MOST_COPIES` times; the target must not exist.
 */
export function writeMultipliedVault(from: string, to: string, copies: number): number {
  const { config } = readConfig(readConfigFile(from));
  const { notes } = readVault(from, config.exclude);
  // The vault itself is the first copy, attachments, settings and all.
  cpSync(from, to, { recursive: true });
  const plan: CopyPlan = {
    kindTags: new Set(Object.values(config.kinds).flatMap(tagsIn)),
    noteNames: new Set(notes.flatMap(({ path }) => namesOf(path))),
  };
  for (let copy = 1; copy < copies; copy += 1) {
    for (const file of notes) {
      const { path, text } = copyNote(file, copy, plan);
      const written = join(to, path);
      mkdirSync(dirname(written), { recursive: true });
      writeFileSync(written, text);
    }
  }
  return notes.length * copies;
}

/** The keys of the tags that a search names. */
function tagsIn(search: string): readonly string[] {
  return [...search.matchAll(/\btag:\s*#?([^\s()"]+)/gi)].map(([, tag = '']) => tag.toLowerCase());
}

/** What links call a note by: its path and its name, without `.md`. */
function namesOf(path: string): readonly string[] {
  const whole = path.replace(/\.md$/i, '');
  return [whole, whole.slice(whole.lastIndexOf('/') + 1)];
}
