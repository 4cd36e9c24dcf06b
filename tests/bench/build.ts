import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianRatio } from './measure.ts';
import { COLD, takeOwnBuilds } from './own-builds.ts';
import { peers } from './peers.ts';
import type { Peer } from './peers.ts';
import { describeCorpus, describeMachine, writeTable } from './performance-page.ts';
import { createUsageTable } from './usage-table.ts';
import type { BenchVault } from './vault.ts';

/** How often, and against whom. */
export interface BuildBenchOptions {
  readonly runs: number;
  /** Keys of {@link peers}. */
  readonly peers: readonly string[];
  /** Whether the table goes into docs/performance.md too. */
  readonly isWritten: boolean;
}

/**
 * Whole builds as processes: ours ({@link takeOwnBuilds}) and the peers' cold builds, all in turn in each run, so that what
 * the machine does besides falls on all of them. Prints a Markdown table; ratios are medians of those of each run.
 */
export async function benchBuild({ folder }: BenchVault, options: BuildBenchOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'detectionary-bench-build-'));
  try {
    const vault = join(work, 'vault');
    cpSync(folder, vault, { recursive: true });
    const table = createUsageTable();
    const ready = options.peers.map((key) => preparePeer(key, vault, join(work, key)));
    // The first round warms the machine's file cache and is not counted.
    for (let number = 0; number <= options.runs; number += 1) {
      if (number === 1) table.clear();
      const round = { vault, folder: join(work, `run-${number}`), number };
      await takeOwnBuilds(table, round, async () => {
        for (const { name, key, commands } of ready) await table.take(name, commands(join(round.folder, key)));
      });
    }
    const lines = ready.map(({ name }) => {
      const ratio = medianRatio(table.cpu(COLD), table.cpu(name));
      return `Cold build to ${name}: ${ratio.toFixed(2)}x the CPU.`;
    });
    const text = [table.print(COLD), ...lines].join('\n\n');
    console.log(`\n${text}`);
    if (options.isWritten) writeTable('build', `${describeCorpus(vault)} ${describeMachine()}\n\n${text}`);
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
