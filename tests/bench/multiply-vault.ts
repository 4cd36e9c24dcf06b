// Writes a vault of N times the size: node tests/bench/multiply-vault.ts SOURCE TARGET N
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from '../../src/domain/index.ts';
import { readConfigFile, readVault } from '../../src/vault/index.ts';
import { MOST_COPIES, copyNote } from './vault-copy.ts';
import type { CopyPlan } from './vault-copy.ts';

const [source = '', target = '', times = ''] = process.argv.slice(2);
process.exitCode = main(source, target, Number(times));

function main(from: string, to: string, copies: number): number {
  if (from === '' || to === '' || !Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    console.error(`usage: node tests/bench/multiply-vault.ts SOURCE TARGET N, N from 1 to ${MOST_COPIES}`);
    return 2;
  }
  if (existsSync(to)) {
    console.error(`multiply-vault: ${to} is there already`);
    return 2;
  }
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
  console.log(`${to}: ${(notes.length * copies).toLocaleString('en')} notes`);
  return 0;
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
