/** A page that an identifier names. */
export interface IdHit {
  readonly title: string;
  /** Address without base. */
  readonly url: string;
  readonly kind: string;
}

/** Finds the pages that an identifier (as `identifierOf` gives it) names. */
export type IdIndex = (identifier: string) => readonly IdHit[];

/** Makes an index of the rows of `search-ids.json`: `[key, title, url, kind]`; anything else in it is skipped. */
export function createIdIndex(rows: unknown): IdIndex {
  const hits = new Map<string, IdHit[]>();
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!isRow(row)) continue;
    const [key, title, url, kind] = row;
    const list = hits.get(key.toLowerCase()) ?? [];
    hits.set(key.toLowerCase(), [...list, { title, url, kind }]);
  }
  return (identifier) => hits.get(identifier) ?? [];
}

/** Loads the index; one that finds nothing when it cannot be had. */
export async function loadIdIndex(base: string): Promise<IdIndex> {
  try {
    const response = await fetch(`${base}search-ids.json`);
    return createIdIndex(response.ok ? await response.json() : []);
  } catch {
    return createIdIndex([]);
  }
}

function isRow(row: unknown): row is readonly [string, string, string, string] {
  return Array.isArray(row) && row.length === 4 && row.every((value) => typeof value === 'string');
}
