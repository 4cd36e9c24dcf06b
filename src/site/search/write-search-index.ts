import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { idShardOf } from '../id-shards.ts';
import { filesBelow } from '../file-stamps.ts';
import { digestOf } from '../site-files.ts';
import type { SiteFiles } from '../site-files.ts';
import { answered } from './pagefind-answer.ts';
import { searchShardCount, searchShardFolder } from './search-shards.ts';
import { splitChunks } from './split-chunks.ts';

/** What a reader does not search for: page furniture. */
const EXCLUDED = [
  ...['.anchor', '.copy', 'sup.citation', '.citation-back', '.visually-hidden'],
  // Its language or file name would run into the code below it.
  'figure.code > figcaption',
];

/** Pagefind's own interfaces: the search page has one of ours. */
const UNUSED: ReadonlySet<string> = new Set([
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
]);
/** What a part of an index holds beside the program, which the first part has. */
const DATA = /^(?:(?:index|fragment|filter)\/|pagefind-entry\.json$|pagefind\..*\.pf_meta$)/;

/** Characters that are sent to Pagefind before it has answered: what waits is held several times over, here and there. */
const MOST_WAITING = 10_000_000;

/** What a page is searched by, by its address without base; see {@link searchDocument}. */
export type SearchDocuments = ReadonlyMap<string, string>;

/**
 * Writes the full-text index of a site into its folder `pagefind/`, in the parts of {@link searchShardCount}. A part that
 * hangs on the same pages as in the last site is taken from it. The same pages give the same bytes, in any order.
 * Throws when Pagefind cannot run or write, `UnwrittenSiteError` when the system is the cause.
 */
export async function writeSearchIndex(folder: string, documents: SearchDocuments, files: SiteFiles): Promise<void> {
  const shards = shardsOf(documents);
  const isTaken = shards.map(({ digest }) => files.takeGroup(digest));
  if (isTaken.every(Boolean)) return;
  try {
    for (const [number, shard] of shards.entries()) {
      if (isTaken[number] !== true) await writeShard(folder, shard, files);
    }
  } finally {
    await pagefind.close();
  }
}

interface Shard {
  /** Its folder in the site. */
  readonly folder: string;
  /** Sorted by address: Pagefind numbers pages as they come. */
  readonly documents: readonly (readonly [url: string, document: string])[];
  readonly digest: string;
}

function shardsOf(documents: SearchDocuments): readonly Shard[] {
  const sorted = [...documents].sort(([one], [other]) => (one < other ? -1 : 1));
  const count = searchShardCount(sorted.length);
  const byShard = Map.groupBy(sorted, ([url]) => idShardOf(url, count));
  return Array.from({ length: count }, (_, number) => {
    const own = byShard.get(number) ?? [];
    const folder = `pagefind/${searchShardFolder(number)}`;
    return { folder, documents: own, digest: digestOfShard(folder, own) };
  });
}

function digestOfShard(folder: string, documents: Shard['documents']): string {
  const parts = documents.flatMap(([url, document]) => [`${url} ${String(document.length)}\n`, document]);
  return digestOf(`search ${folder}\n`, ...parts);
}

async function writeShard(site: string, { folder, documents, digest }: Shard, files: SiteFiles): Promise<void> {
  // Built aside: the parts of an index stand below its first.
  const aside = path.join(site, '.index');
  mkdirSync(aside, { recursive: true });
  await answered(runPagefind(aside, documents), aside);
  splitChunks(aside);
  const isNeeded = folder === 'pagefind/' ? (name: string) => !UNUSED.has(name) : (name: string) => DATA.test(name);
  for (const name of filesBelow(aside).filter(isNeeded)) {
    renameSync(path.join(aside, name), files.place(`${folder}${name}`, digest));
  }
  rmSync(aside, { recursive: true });
}

async function runPagefind(folder: string, documents: Shard['documents']): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: EXCLUDED, forceLanguage: 'en' });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const problems: string[] = [];
  for (const batch of batchesOf(documents)) {
    const added = await Promise.all(batch.map(([url, content]) => index.addHTMLFile({ url, content })));
    problems.push(...added.flatMap((answer) => answer.errors));
  }
  if (problems.length > 0) throw new Error(`Pagefind could not read a page: ${problems.join('; ')}`);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
  await index.deleteIndex();
}

/** Documents in their order, in batches that wait for Pagefind together. */
function batchesOf(documents: Shard['documents']): readonly Shard['documents'][] {
  let characters = 0;
  const numbered = documents.map((entry) => {
    characters += entry[1].length;
    return { entry, batch: Math.floor(characters / MOST_WAITING) };
  });
  return [...Map.groupBy(numbered, ({ batch }) => batch).values()].map((batch) => batch.map(({ entry }) => entry));
}
