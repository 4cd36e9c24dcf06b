import type { ParsedNote } from '../../src/parse/index.ts';
import { loadVault } from '../../src/pipeline/index.ts';
import { answerQuery, createCorpus } from '../../src/query/index.ts';
import type { Corpus } from '../../src/query/index.ts';
import { measure, printMeasured } from './measure.ts';
import { mixedQueries } from './mixed-queries.ts';
import type { BenchVault } from './vault.ts';

const RUNS = 5;
const MIXED = 500;

/**
 * How fast searches are answered once the notes are read. Each run has a corpus of its own, so that
 * the indexes which searches make for themselves are in its time. Prints the figures.
 */
export function benchQuery({ folder }: BenchVault): void {
  const { notes } = loadVault(folder);
  const prepare = (): Corpus => createCorpus(notes);
  const count = notes.reduce((sum, note) => sum + note.queries.length, 0);
  console.log(`notes: ${notes.length.toLocaleString('en')}, blocks: ${count.toLocaleString('en')}`);

  let results = 0;
  const blocks = measure({ runs: RUNS, prepare, run: (corpus) => (results = answerBlocks(notes, corpus)) });
  console.log(`all blocks: ${printMeasured(blocks)}, ${results.toLocaleString('en')} results`);
  console.log(`blocks per second: ${Math.round((count / blocks.cpu) * 1000).toLocaleString('en')} (by CPU)`);

  const queries = mixedQueries(prepare(), MIXED);
  const answer = (corpus: Corpus): void => {
    results = queries.reduce((sum, query) => sum + rowCount(query, corpus), 0);
  };
  const mixed = measure({ runs: RUNS, prepare, run: answer });
  console.log(`${MIXED} mixed searches: ${printMeasured(mixed)}, ${results.toLocaleString('en')} results`);
}

/** Answers every block in its place, the reason for an empty result included; gives the number of results. */
function answerBlocks(notes: readonly ParsedNote[], corpus: Corpus): number {
  let results = 0;
  for (const note of notes) {
    for (const block of note.queries) {
      const answer = answerQuery(block.source, corpus, { host: { note, block } });
      if (answer.kind === 'rows') results += answer.emptyReason === undefined ? answer.rows.length : 0;
    }
  }
  return results;
}

function rowCount(query: string, corpus: Corpus): number {
  const answer = answerQuery(query, corpus);
  if (answer.kind === 'rows') return answer.rows.length;
  throw new Error(`${query}: ${answer.problems.map(({ message }) => message).join('; ')}`);
}
