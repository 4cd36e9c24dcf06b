import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BuildBenchOptions } from './build.ts';
import { median } from './measure.ts';
import { writeMultipliedVault } from './multiplied-vault.ts';
import { describeCorpus, describeMachine, writeTable } from './performance-page.ts';
import { measureTree } from './tree-usage.ts';
import type { TreeUsage } from './tree-usage.ts';
import type { BenchVault } from './vault.ts';

const PROGRAM = resolve(import.meta.dirname, '../../bin/detectionary.js');
const TIMES = 10;

/** Cold builds of the vault and of one of ten times its notes, in turn, and what the larger takes of the smaller. */
export async function benchScale({ folder }: BenchVault, options: BuildBenchOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'detectionary-bench-scale-'));
  try {
    const large = join(work, 'vault');
    const notes = writeMultipliedVault(folder, large, TIMES);
    const pairs: (readonly [TreeUsage, TreeUsage])[] = [];
    for (let run = 0; run < options.runs; run += 1) {
      const out = join(work, `run-${run}`);
      pairs.push([await buildCold(folder, `${out}-once`), await buildCold(large, `${out}-times`)]);
    }
    const table = tableOf(pairs, notes);
    console.log(`\n${table}`);
    if (options.isWritten) writeTable('scale', `${describeCorpus(folder)} ${describeMachine()}\n\n${table}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function buildCold(vault: string, out: string): Promise<TreeUsage> {
  const args = [PROGRAM, 'build', '--no-cache', '--vault', vault, '--out', out];
  return measureTree({ program: process.execPath, args });
}

function tableOf(pairs: readonly (readonly [TreeUsage, TreeUsage])[], notes: number): string {
  const row = (name: string, usages: readonly TreeUsage[]): string => {
    const of = (key: keyof TreeUsage, digits: number): string =>
      median(usages.map((usage) => usage[key])).toFixed(digits);
    return `| ${[name, of('cpu', 1), of('wall', 1), of('peak', 0), of('largest', 0)].join(' | ')} |`;
  };
  const ratio = median(pairs.map(([small, large]) => large.cpu / small.cpu));
  return [
    `Cold builds without a cache, medians of ${pairs.length} runs.`,
    '',
    '| what | CPU s | wall s | memory MB | largest process MB |',
    '| --- | --- | --- | --- | --- |',
    row(
      'the vault',
      pairs.map(([small]) => small),
    ),
    row(
      `${TIMES} times its notes (${notes.toLocaleString('en')})`,
      pairs.map(([, large]) => large),
    ),
    '',
    `Ten times the notes take ${ratio.toFixed(2)}x the CPU.`,
  ].join('\n');
}
