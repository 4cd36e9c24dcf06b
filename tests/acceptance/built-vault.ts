import type { Page } from './html-page.ts';
import { readSiteJson, toArray, toBlock, toGraph } from './site-json.ts';
import type { Block, Graph } from './site-json.ts';
import { readPages } from './site-pages.ts';

import type { Note } from './vault-reader.ts';

/** A vault as it was read here, and what the product made of it. */
export interface BuiltVault {
  readonly notes: readonly Note[];
  /** The folder of the built site. */
  readonly out: string;
  readonly graph: Graph;
  readonly blocks: readonly Block[];
  readonly pages: ReadonlyMap<string, Page>;
  /** The page of a note, by the url of its node; undefined when the node, its url or the page is missing. */
  readonly pageOf: (note: Note) => Page | undefined;
  /** The url of a note's node. */
  readonly urlOf: (note: Note) => string | undefined;
}

/** Reads a built site. Throws when its JSON is missing or is not what interfaces promise. */
export async function readBuiltVault(notes: readonly Note[], out: string): Promise<BuiltVault> {
  const graph = toGraph(readSiteJson(out, 'api/graph.json'));
  const blocks = toArray(readSiteJson(out, 'api/blocks.json')).map(toBlock);
  const pages = await readPages(out);
  const urls = new Map(
    graph.nodes.filter(({ kind, path }) => path !== undefined && kind !== 'test').map(({ path, url }) => [path, url]),
  );
  const urlOf = (note: Note): string | undefined => urls.get(note.path);
  return { notes, out, graph, blocks, pages, urlOf, pageOf: (note) => pages.get(urlOf(note) ?? '') };
}
