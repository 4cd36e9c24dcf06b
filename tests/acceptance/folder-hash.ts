import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Each file below a folder by its relative path, with a digest of its bytes; empty when there is no folder. */
export function hashFolder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return new Map(paths.map((path) => [relative(folder, path), digest(path)]));
}

/** The files that two folders do not have in common, byte for byte, each with what became of it. */
export function compareFolders(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const changed = [...before].flatMap(([path, digest]) => {
    const other = after.get(path);
    if (other === undefined) return [`${path} is missing`];
    return other === digest ? [] : [`${path} differs`];
  });
  const added = [...after.keys()].filter((path) => !before.has(path));
  return [...changed, ...added.map((path) => `${path} is new`)];
}
