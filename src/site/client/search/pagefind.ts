import type { Pagefind } from './pagefind-api.ts';
import { searchShardFolder } from '../../search/search-shards.ts';
import { partOptions } from './index-parts.ts';
import { startPagefindWorker } from './pagefind-worker.ts';

// Titles and other spellings of ids weigh more than text that mentions them, long pages are not favoured.
const OPTIONS = {
  excerptLength: 28,
  ranking: { metaWeights: { title: 10, aka: 1.5 }, termFrequency: 0.4, pageLength: 0.3, termSimilarity: 2 },
};

/** What Pagefind's script has beside. */
interface PagefindScript extends Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  mergeIndex(folder: string, options: object): Promise<void>;
}

/** Loads Pagefind from the site, with all parts of its index; rejects when one is not there. */
export async function loadPagefind(base: string, shards: number): Promise<Pagefind> {
  const folder = new URL(`${base}pagefind/`, location.href).pathname;
  const others = Array.from({ length: shards - 1 }, (_, index) => folder + searchShardFolder(index + 1));
  try {
    return await startPagefindWorker([folder, ...others], OPTIONS);
  } catch {
    return loadPagefindScript(folder, others);
  }
}

/** Pagefind on the page's own thread, where no worker can be had. */
async function loadPagefindScript(folder: string, others: readonly string[]): Promise<Pagefind> {
  // The script is written after the site is built, so no bundler can know it or its type.
  const script = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindScript;
  await script.options({ ...OPTIONS, ...partOptions(0), noWorker: true });
  await script.init();
  await Promise.all(others.map((other, index) => script.mergeIndex(other, { ...OPTIONS, ...partOptions(index + 1) })));
  return script;
}
