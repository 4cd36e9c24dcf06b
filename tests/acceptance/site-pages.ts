import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readPage } from './html-page.ts';
import type { Page } from './html-page.ts';

/** The files that one worker reads. */
interface Share {
  readonly out: string;
  readonly paths: readonly string[];
}

if (!isMainThread) parentPort?.postMessage(readShare(workerData as Share)); // As `startWorker` passes it.

/** Every HTML file of a built site, by its address, read on all processors. */
export async function readPages(out: string): Promise<ReadonlyMap<string, Page>> {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  const paths = files.filter((path) => path.endsWith('.html')).sort();
  const workers = Math.min(availableParallelism(), 4);
  const shares = Array.from({ length: workers }, (_, worker) =>
    paths.filter((_path, index) => index % workers === worker),
  );
  const pages = await Promise.all(shares.map((share) => startWorker({ out, paths: share })));
  return new Map(pages.flat().map((page) => [page.address, page]));
}

function startWorker(share: Share): Promise<readonly Page[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function readShare({ out, paths }: Share): readonly Page[] {
  return paths.map((path) => readPage(addressOf(path), readFileSync(join(out, path), 'utf8')));
}

function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}
