import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildBenchOptions } from './build.ts';
import { medianRatio } from './measure.ts';
import { writeMultipliedVault } from './multiplied-vault.ts';
import { COLD, takeOwnBuilds } from './own-builds.ts';
import { describeCorpus, describeMachine, writeTable } from './performance-page.ts';
import { createUsageTable } from './usage-table.ts';
import type { BenchVault } from './vault.ts';

const TIMES = 10;

/** Our builds ({@link takeOwnBuilds}) of the vault and of one of ten times its notes, in turn, and what the larger takes of the smaller. */
export async function benchScale({ folder }: BenchVault, options: BuildBenchOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'detectionary-bench-scale-'));
  try {
    const [once, times] = [join(work, 'once'), join(work, 'times')];
    cpSync(folder, once, { recursive: true });
    const notes = writeMultipliedVault(folder, times, TIMES);
    const [small, large] = [createUsageTable(), createUsageTable()];
    for (let number = 0; number < options.runs; number += 1) {
      await takeOwnBuilds(small, { vault: once, folder: join(work, `once-${number}`), number });
      await takeOwnBuilds(large, { vault: times, folder: join(work, `times-${number}`), number });
    }
    const ratio = medianRatio(large.cpu(COLD), small.cpu(COLD));
    const text = [
      `Ten times the notes (${notes.toLocaleString('en')}). ${large.print(COLD)}`,
      `Cold, they take ${ratio.toFixed(2)}x the CPU of the vault itself.`,
    ].join('\n\n');
    console.log(`\n${text}`);
    if (options.isWritten) writeTable('scale', `${describeCorpus(folder)} ${describeMachine()}\n\n${text}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
