/** So many rows stand in a file on average, at most. */
const MOST_ROWS = 48;
const MOST_SHARDS = 4096;

/**
 * Into how many files the id index of a site is cut, a power of two: so that looking up one id costs about the same whatever
 * the size of the vault. All of the files are written, also empty ones, so that no look-up meets a missing file.
 */
export function idShardCount(rows: number): number {
  let count = 1;
  while (count < MOST_SHARDS && rows / count > MOST_ROWS) count *= 2;
  return count;
}

/** The file in which a key stands, by its number from 0: FNV-1a over the key's UTF-16 units. */
export function idShardOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}

/** The address of a file of the index, without base and leading slash. */
export function idShardPath(shard: number): string {
  return `search-ids/${String(shard)}.json`;
}

/** The words of all names, which are loaded where nothing is found: a list as JSON. */
export const titleWordsPath = 'search-ids/words.json';

/** The file that stands for one of the index in a relative site, by the other's path. */
export function idShardScriptPath(path: string): string {
  return path.replace(/\.json$/, '.js');
}

/** What that file holds: a script that leaves the rows where the search page finds them, under the path of the JSON file. */
export function idShardScript(path: string, rows: readonly unknown[]): string {
  return `(self.searchIds ??= {})[${JSON.stringify(path)}] = ${JSON.stringify(rows)};\n`;
}
