/** So many pages stand in one part of the search index, at most, until there are {@link MOST_SHARDS}. */
const MOST_PAGES = 500;
/** A search loads something of each part. */
const MOST_SHARDS = 8;

/** Into how many parts the search index over so many pages is cut, so that an edit leaves most of them as they are. */
export function searchShardCount(pages: number): number {
  return Math.min(MOST_SHARDS, Math.max(1, Math.ceil(pages / MOST_PAGES)));
}

/** The folder of a part by its number from 0, below that of the index: the first stands in that itself. */
export function searchShardFolder(shard: number): string {
  return shard === 0 ? '' : `${String(shard)}/`;
}
