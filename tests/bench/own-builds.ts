import { appendFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readVault } from '../../src/vault/index.ts';
import type { Command } from './tree-usage.ts';
import type { UsageTable } from './usage-table.ts';

/** The row of a build that finds nothing and keeps what it works out. */
export const COLD = 'cold build';

const PROGRAM = resolve(import.meta.dirname, '../../bin/detectionary.js');
/** Small commands on a cache that a build has filled. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ['check'],
  query: ['query', 'powershell tag:detection_rule'],
  blocks: ['blocks', '--format', 'json'],
  coverage: ['coverage', '--format', 'json'],
};

/** A round of our own builds of a vault. */
export interface Round {
  /** A copy that may be changed. */
  readonly vault: string;
  /** For sites and caches; made here. Nothing in it is ever deleted, see {@link takeOwnBuilds}. */
  readonly folder: string;
  /** From 0. */
  readonly number: number;
}

/**
 * Adds our builds and commands to a table: cold, and whatever `between` adds; then with nothing changed, after one note's
 * edit, and the small commands on the warm cache.
 *
 * Nothing is deleted between builds: for minutes after a deletion ext4 looks through what was deleted for each new
 * file (`recently_deleted` in its `ialloc.c`), which took up to 3 s of the build that came next.
 */
export async function takeOwnBuilds(
  table: UsageTable,
  round: Round,
  between = async (): Promise<void> => {},
): Promise<void> {
  const { vault, folder, number } = round;
  mkdirSync(folder);
  const out = join(folder, 'site');
  const ours = (args: readonly string[]): readonly Command[] => [
    {
      program: process.execPath,
      args: [PROGRAM, ...args, '--vault', vault],
      env: { DETECTIONARY_CACHE: join(folder, 'cache') },
    },
  ];
  await table.take(COLD, ours(['build', '--out', out]));
  await between();
  await table.take('nothing changed', ours(['build', '--out', out]));
  editOneNote(vault, number);
  await table.take('one note edited', ours(['build', '--out', out]));
  for (const [name, args] of Object.entries(COMMANDS)) await table.take(name, ours(args));
}

/** Adds a sentence to the end of a note, another note in each round. */
function editOneNote(vault: string, round: number): void {
  const { notes } = readVault(vault, ['.obsidian', '.trash']);
  const note = notes[Math.floor((notes.length * (round + 0.5)) / 64) % notes.length];
  if (note !== undefined) appendFileSync(join(vault, note.path), `\nReviewed once more, round ${round}.\n`);
}
