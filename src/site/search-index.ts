import { rmSync } from 'node:fs';
import path from 'node:path';
import * as pagefind from 'pagefind';

/** What a reader does not search for: results of queries, which have pages of their own, and page furniture. */
const EXCLUDED = [
  ...['.query-block', '[data-pagefind-ignore]', '.anchor', '.copy'],
  // Its language or file name would run into the code below it.
  'figure.code > figcaption',
  ...['sup.citation', '.citation-back', '.visually-hidden'],
];

/** Pagefind's own interfaces: the search page has one of ours. */
const UNUSED = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
];

/**
 * Writes the full-text index of a built site into its folder `pagefind/`. Only pages that mark
 * their text with data-pagefind-body are in it. The same pages give the same bytes.
 * Gives the number of indexed pages; throws when Pagefind cannot read or write the folder.
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: EXCLUDED, forceLanguage: 'en' });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: folder, glob: '**/index.html' });
    if (added.errors.length > 0) throw new Error(`Pagefind could not read ${folder}: ${added.errors.join('; ')}`);
    const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
    if (written.errors.length > 0) throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
    for (const name of UNUSED) rmSync(path.join(folder, 'pagefind', name), { force: true });
    return added.page_count;
  } finally {
    await pagefind.close();
  }
}
