import { parseArgs } from 'node:util';
import { benchBuild } from './build.ts';
import type { BuildBenchOptions } from './build.ts';
import { benchDev } from './dev.ts';
import { benchQuery } from './query.ts';
import { benchScale } from './scale.ts';
import { openVault } from './vault.ts';
import type { BenchVault } from './vault.ts';

/** A benchmark: it measures something on a vault and prints what it found, a line a figure. */
interface Benchmark {
  /** What is measured, and on what. */
  readonly summary: string;
  readonly run: (vault: BenchVault, options: BuildBenchOptions) => void | Promise<void>;
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  query: { summary: 'searches: every embedded block, and 500 mixed ones over all notes', run: benchQuery },
  build: { summary: 'whole builds: cold, warm, after an edit, beside other generators', run: benchBuild },
  dev: { summary: 'dev: from saving a note to the open page showing it', run: benchDev },
  scale: { summary: 'builds of ten times the notes, cold beside one of the vault', run: benchScale },
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      vault: { type: 'string' },
      runs: { type: 'string', default: '5' },
      peers: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [name = ''] = positionals;
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (benchmark === undefined) {
    console.error('usage: npm run bench -- NAME [--vault DIR] [--runs N] [--peers hugo,starlight] [--write]\n');
    for (const [known, { summary }] of Object.entries(benchmarks)) console.error(`  ${known.padEnd(10)}${summary}`);
    return 2;
  }
  const vault = openVault(values.vault);
  try {
    console.log(`${name}: ${benchmark.summary}\nvault: ${vault.origin}`);
    await benchmark.run(vault, {
      runs: Number(values.runs),
      peers: values.peers.split(',').filter((key) => key !== ''),
      isWritten: values.write,
    });
    return 0;
  } finally {
    vault.dispose();
  }
}
