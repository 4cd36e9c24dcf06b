import { partOptions } from './index-parts.ts';
import type { Pagefind, PagefindAnswer, PagefindPage, PagefindResult } from './pagefind-api.ts';

// A worker that has not answered by then is not going to: its script is missing, or a policy forbids it.
const PATIENCE = 5000;

/** The messages of Pagefind 1.6's worker. Source: `pagefind_web_js/lib/worker.ts` of its repository. */
interface Answer {
  readonly id: string;
  readonly result?: unknown;
  readonly error?: string;
}

interface RawResult {
  readonly id: string;
  readonly score: number;
  /** What to ask for the page by. */
  readonly data: string;
}

/**
 * Starts Pagefind in its worker and speaks to it there, without the script that Pagefind puts in front of the worker: that
 * script holds all of Pagefind a second time, for browsers without workers, and is half of what a first search would load.
 * `folders` are those of the index's parts; the first holds the worker. Rejects when the worker does not start.
 */
export async function startPagefindWorker(
  [folder, ...others]: readonly [string, ...string[]],
  options: object,
): Promise<Pagefind> {
  const worker = new WorkerCalls(new Worker(`${folder}pagefind-worker.js`));
  await worker.start([{ basePath: folder, language: 'en', primary: true }]);
  const merged = others.map((other, index) =>
    worker.call('mergeIndex', [other, { ...options, ...partOptions(index + 1), language: 'en' }]),
  );
  await Promise.all([worker.call('options', [{ ...options, ...partOptions(0) }]), ...merged]);
  return {
    filters: () => worker.call('filters', []),
    search: async (text, searchOptions) => worker.hold(await worker.call('search', [text, searchOptions])),
  };
}

/** Calls to a worker that are answered by messages. */
class WorkerCalls {
  readonly #worker: Worker;
  readonly #open = new Map<string, PromiseWithResolvers<unknown>>();
  // The worker keeps what leads to a page until it is told that nobody can ask for it any more.
  readonly #released = new FinalizationRegistry<string>((data) => void this.call('releaseData', [data]));
  #calls = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#open.get(data.id);
      this.#open.delete(data.id);
      if (data.error === undefined) waiting?.resolve(data.result);
      else waiting?.reject(new Error(data.error));
    });
    worker.addEventListener('error', () => {
      this.#fail();
    });
  }

  async start(args: readonly unknown[]): Promise<void> {
    const timer = setTimeout(() => {
      this.#fail();
    }, PATIENCE);
    await this.call('init', args);
    clearTimeout(timer);
  }

  /** Asks for a method; the caller knows what it answers. */
  call<T>(method: string, args: readonly unknown[]): Promise<T> {
    const id = `m${String((this.#calls += 1))}`;
    const waiting = Promise.withResolvers<unknown>();
    this.#open.set(id, waiting);
    this.#worker.postMessage({ id, method, args });
    return waiting.promise as Promise<T>; // as the worker's own types say
  }

  /** An answer whose pages can be asked for. */
  hold(answer: Omit<PagefindAnswer, 'results'> & { readonly results: readonly RawResult[] }): PagefindAnswer {
    const results = answer.results.map(({ id, score, data }): PagefindResult => {
      const result = { id, score, data: () => this.call<PagefindPage>('getData', [data]) };
      this.#released.register(result, data);
      return result;
    });
    return { ...answer, results };
  }

  #fail(): void {
    this.#worker.terminate();
    for (const { reject } of this.#open.values()) reject(new Error('The search could not be started in a worker'));
    this.#open.clear();
  }
}
