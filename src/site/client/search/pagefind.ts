import { startPagefindWorker } from './pagefind-worker.ts';
import type { FacetCounts } from './facets.ts';

/** A part of a page, under one heading, that matches. */
export interface PagefindPart {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

/** What Pagefind tells of a page that matches. Excerpts are text in which `<mark>` marks the words found. */
export interface PagefindPage {
  readonly url: string;
  /** The page's whole text. */
  readonly content: string;
  readonly excerpt: string;
  /** The facets' values that the page carries. */
  readonly filters: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly meta: Readonly<Partial<Record<string, string>>>;
  readonly sub_results: readonly PagefindPart[];
}

/** One match, whose page is fetched when asked for. */
export interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindPage>;
}

/** An answer: matches in order, and how many of them carry each facet value (of the facets that are loaded). */
export interface PagefindAnswer {
  readonly results: readonly PagefindResult[];
  readonly filters: FacetCounts;
  readonly totalFilters: FacetCounts;
}

/** The part of Pagefind that we use. Source: https://pagefind.app/docs/api/. */
export interface Pagefind {
  /** Loads all facets and gives their counts over the whole site. */
  filters(): Promise<FacetCounts>;
  /** `null` in place of text matches every page. */
  search(text: string | null, options: object): Promise<PagefindAnswer>;
}

// Titles and other spellings of ids weigh more than text that mentions them, long pages are not favoured.
const OPTIONS = {
  excerptLength: 28,
  ranking: { metaWeights: { title: 10, aka: 1.5 }, termFrequency: 0.4, pageLength: 0.3, termSimilarity: 2 },
};

/** What Pagefind's script has beside. */
interface PagefindScript extends Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
}

/** Loads Pagefind from the site; rejects when its index is not there. */
export async function loadPagefind(base: string): Promise<Pagefind> {
  const folder = new URL(`${base}pagefind/`, location.href).pathname;
  try {
    return await startPagefindWorker(folder, OPTIONS);
  } catch {
    return loadPagefindScript(folder);
  }
}

/** Pagefind on the page's own thread, where no worker can be had. */
async function loadPagefindScript(folder: string): Promise<Pagefind> {
  // The script is written after the site is built, so no bundler can know it or its type.
  const script = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindScript;
  await script.options({ ...OPTIONS, noWorker: true });
  await script.init();
  return script;
}
