import { idShardOf, idShardPath } from '../../id-shards.ts';

/** A page that an identifier or a name leads to. */
export interface IdHit {
  readonly title: string;
  /** Address without base. */
  readonly url: string;
  readonly kind: string;
  /** Why the identifier leads there, where it is not the page's own. */
  readonly reason?: string | undefined;
}

/** Gives the parsed content of a file of the index; rejects when it cannot be had. */
export type LoadShard = (path: string) => Promise<unknown>;

/** The site's own index of ids and names, cut into files of which only those asked for are loaded, each once. */
export class IdIndex {
  readonly #shards: number;
  readonly #load: LoadShard;
  readonly #loaded = new Map<number, Promise<ShardIndex>>();

  constructor(shards: number, load: LoadShard) {
    this.#shards = shards;
    this.#load = load;
  }

  /** The pages under any of some keys, in the order of the keys, each once; none of a file that cannot be had. */
  async find(keys: readonly string[]): Promise<readonly IdHit[]> {
    const found = await Promise.all(keys.map((key) => this.#lookUp(key)));
    return [...new Map(found.flat().map((hit) => [hit.url, hit])).values()];
  }

  async #lookUp(key: string): Promise<readonly IdHit[]> {
    const shard = idShardOf(key, this.#shards);
    try {
      const index = this.#loaded.get(shard) ?? this.#load(idShardPath(shard)).then(indexRows);
      this.#loaded.set(shard, index);
      return (await index).get(key) ?? [];
    } catch {
      this.#loaded.delete(shard); // the next look-up may have more luck
      return [];
    }
  }
}

type ShardIndex = ReadonlyMap<string, readonly IdHit[]>;

/** Indexes rows `[key, title, url, kind]`, some with a reason; anything else is skipped. */
function indexRows(rows: unknown): ShardIndex {
  const hits = new Map<string, IdHit[]>();
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!isRow(row)) continue;
    const [key, title, url, kind, reason] = row;
    const list = hits.get(key) ?? [];
    list.push({ title, url, kind, reason });
    hits.set(key, list);
  }
  return hits;
}

function isRow(row: unknown): row is readonly [string, string, string, string, string?] {
  return (
    Array.isArray(row) && (row.length === 4 || row.length === 5) && row.every((value) => typeof value === 'string')
  );
}
