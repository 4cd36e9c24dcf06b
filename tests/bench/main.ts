import { parseArgs } from 'node:util';
import { benchBuild } from './build.ts';
import type { BuildBenchOptions } from './build.ts';
import { benchDev } from './dev.ts';
import { peers } from './peers.ts';
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
  scale: { summary: 'builds of ten times the notes, beside those of the vault', run: benchScale },
};
/** What is measured where nothing is named: all that docs/performance.md has a table of. */
const TABLES = ['build', 'dev', 'scale'];

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      vault: { type: 'string' },
      runs: { type: 'string', default: '5' },
      peers: { type: 'string', default: Object.keys(peers).join(',') },
      write: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const names = positionals.length === 0 ? TABLES : positionals;
  const chosen = names.flatMap((name) => (Object.hasOwn(benchmarks, name) ? (benchmarks[name] ?? []) : []));
  if (chosen.length < names.length) {
    console.error('usage: npm run bench -- [NAME …] [--vault DIR] [--runs N] [--peers hugo,starlight] [--write]\n');
    for (const [known, { summary }] of Object.entries(benchmarks)) console.error(`  ${known.padEnd(10)}${summary}`);
    console.error(`\nWithout a name: ${TABLES.join(', ')}. --peers '' measures no other generator.`);
    return 2;
  }
  const vault = openVault(values.vault);
  try {
    for (const { summary, run } of chosen) {
      console.log(`\n${summary}\nvault: ${vault.origin}`);
      await run(vault, {
        runs: Number(values.runs),
        peers: values.peers.split(',').filter((key) => key !== ''),
        isWritten: values.write,
      });
    }
    return 0;
  } finally {
    vault.dispose();
  }
}
