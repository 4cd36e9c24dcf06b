import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readVault } from '../../src/vault/index.ts';
import { median } from './measure.ts';
import { peers } from './peers.ts';
import type { Peer } from './peers.ts';
import { describeCorpus, describeMachine, writeTable } from './performance-page.ts';
import { measureTree } from './tree-usage.ts';
import type { Command, TreeUsage } from './tree-usage.ts';
import type { BenchVault } from './vault.ts';

/** How often, and against whom. */
export interface BuildBenchOptions {
  readonly runs: number;
  /** Keys of {@link peers}. */
  readonly peers: readonly string[];
  /** Whether the table goes into docs/performance.md too. */
  readonly isWritten: boolean;
}

const PROGRAM = resolve(import.meta.dirname, '../../bin/detectionary.js');
/** Small commands on a cache that a build has filled. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ['check'],
  query: ['query', 'powershell tag:detection_rule'],
  blocks: ['blocks', '--format', 'json'],
  coverage: ['coverage', '--format', 'json'],
};

/** The figures of a row, one entry a run. */
type Rows = Map<string, TreeUsage[]>;

/**
 * Whole builds as processes: cold, with nothing changed, after one note's edit, without a cache; the small commands
 * on a warm cache; and the peers' cold builds, all in turn in each run, so that what the machine
 * does besides falls on all of them. Prints a Markdown table; ratios are medians of those of each run.
 *
 * Each run has folders of its own and deletes none: for minutes after a deletion ext4 looks through what was deleted
 * for each new file (`recently_deleted` in its `ialloc.c`), which took up to 3 s of a build that came next.
 */
export async function benchBuild({ folder }: BenchVault, options: BuildBenchOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'detectionary-bench-build-'));
  try {
    const vault = join(work, 'vault');
    cpSync(folder, vault, { recursive: true });
    const rows: Rows = new Map();
    const ready = options.peers.map((key) => preparePeer(key, vault, join(work, key)));
    // The first round warms the machine's file cache and is not counted.
    for (let run = 0; run <= options.runs; run += 1) {
      if (run === 1) rows.clear();
      await runAll({ vault, work, ready }, rows, run);
    }
    const table = tableOf(
      rows,
      ready.map(({ name }) => name),
    );
    console.log(`\n${table}`);
    if (options.isWritten) writeTable('build', `${describeCorpus(vault)} ${describeMachine()}\n\n${table}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function preparePeer(key: string, vault: string, folder: string): Peer {
  const prepare = Object.hasOwn(peers, key) ? peers[key] : undefined;
  if (prepare === undefined) throw new Error(`no peer ${key}; there are ${Object.keys(peers).join(', ')}`);
  mkdirSync(folder);
  return prepare(vault, folder);
}

interface Round {
  readonly vault: string;
  readonly work: string;
  readonly ready: readonly Peer[];
}

async function runAll({ vault, work, ready }: Round, rows: Rows, run: number): Promise<void> {
  const folder = join(work, `run-${run}`);
  const out = join(folder, 'site');
  const env = { DETECTIONARY_CACHE: join(folder, 'cache') };
  mkdirSync(folder);
  const ours = (args: readonly string[]): Command => ({
    program: process.execPath,
    args: [PROGRAM, ...args, '--vault', vault],
    env,
  });
  await take(rows, 'cold build', [ours(['build', '--out', out])]);
  for (const peer of ready) await take(rows, peer.name, peer.commands(join(folder, peer.key)));
  await take(rows, 'cold build that keeps nothing', [ours(['build', '--no-cache', '--out', join(folder, 'unkept')])]);
  await take(rows, 'nothing changed', [ours(['build', '--out', out])]);
  editOneNote(vault, run);
  await take(rows, 'one note edited', [ours(['build', '--out', out])]);
  for (const [name, args] of Object.entries(COMMANDS)) await take(rows, name, [ours(args)]);
}

/** Adds a sentence to the end of a note, another note in each run. */
function editOneNote(vault: string, run: number): void {
  const { notes } = readVault(vault, ['.obsidian', '.trash']);
  const note = notes[Math.floor((notes.length * (run + 0.5)) / 64) % notes.length];
  if (note !== undefined) appendFileSync(join(vault, note.path), `\nReviewed once more, round ${run}.\n`);
}

/** Runs commands one after the other and adds what they took to a row. */
async function take(rows: Rows, name: string, commands: readonly Command[]): Promise<void> {
  const taken: TreeUsage[] = [];
  for (const command of commands) taken.push(await measureTree(command));
  const row = rows.get(name) ?? [];
  row.push({
    cpu: taken.reduce((sum, { cpu }) => sum + cpu, 0),
    wall: taken.reduce((sum, { wall }) => sum + wall, 0),
    peak: Math.max(...taken.map(({ peak }) => peak)),
    largest: Math.max(...taken.map(({ largest }) => largest)),
  });
  rows.set(name, row);
}

/** The figures as Markdown. */
function tableOf(rows: Rows, names: readonly string[]): string {
  const cold = rows.get('cold build') ?? [];
  const lines = [
    `Medians of ${cold.length} runs; ratio: its CPU to that of the cold build in the same run.`,
    '',
    '| what | CPU s | wall s | memory MB | largest process MB | ratio |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  for (const [name, row] of rows) {
    const ratio = median(row.map(({ cpu }, run) => cpu / (cold[run]?.cpu ?? Number.NaN)));
    const figures = [
      median(row.map(({ cpu }) => cpu)).toFixed(1),
      median(row.map(({ wall }) => wall)).toFixed(1),
      Math.round(median(row.map(({ peak }) => peak))).toString(),
      Math.round(median(row.map(({ largest }) => largest))).toString(),
      ratio.toFixed(2),
    ];
    lines.push(`| ${[name, ...figures].join(' | ')} |`);
  }
  for (const name of names) {
    const ratio = median(cold.map(({ cpu }, run) => cpu / (rows.get(name)?.[run]?.cpu ?? Number.NaN)));
    lines.push('', `Cold build to ${name}: ${ratio.toFixed(2)}x the CPU.`);
  }
  return lines.join('\n');
}
