// The house and its rooms: who may import whom. The one table from which eslint (.ts and .astro)
// and dependency-cruiser draw their rules; a test compares it with the folders of src.

/** Rooms that everyone may use. */
const ground = ['source', 'diagnostics', 'domain'];

/**
 * Room -> the rooms that it may import, itself apart.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const layers = {
  source: [],
  diagnostics: ['source'],
  domain: ['source', 'diagnostics'],
  vault: ground,
  cache: ground,
  parse: [...ground, 'vault'],
  query: [...ground, 'parse'],
  graph: [...ground, 'parse', 'query'],
  render: [...ground, 'parse', 'query', 'graph'],
  pipeline: [...ground, 'vault', 'cache', 'parse', 'query', 'graph', 'render'],
  site: [...ground, 'vault', 'cache', 'parse', 'query', 'graph', 'render', 'pipeline'],
  pages: ['site', 'render'],
  cli: [...ground, 'vault', 'cache', 'query', 'graph', 'pipeline', 'site'],
};

/** Rooms that read or write the disk, or start other programs. */
export const worldly = ['vault', 'cache', 'pipeline', 'site', 'cli'];
/** Rooms that know Markdown processors. */
export const markdown = ['parse', 'render'];
/** Rooms that know Astro. */
export const astro = ['site', 'pages'];
/** Names that say nothing of what is in a file or folder. */
export const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'managers'];
