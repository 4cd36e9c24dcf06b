import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { VaultPath } from '../source/index.ts';

/**
 * The absolute path under which a file of the vault stands on disk, where its name may be in another form of Unicode than in its
 * path. Of several the one in NFD, else the first by code units; where there is none, the path below `root` as it is.
 */
export function placeOnDisk(root: string, file: VaultPath): string {
  const place = path.join(root, file);
  if (/^[\0-\x7f]*$/.test(file) || isThere(place)) return place;
  const decomposed = path.join(root, file.normalize('NFD')); // as macOS names most
  return isThere(decomposed) ? decomposed : (search(root, file.split('/')) ?? place);
}

function search(folder: string, [name, ...below]: readonly string[]): string | undefined {
  if (name === undefined) return folder;
  for (const entry of entriesOf(folder).sort()) {
    if (entry.normalize('NFC') !== name.normalize('NFC')) continue;
    const found = search(path.join(folder, entry), below);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names in a folder; none where it is no folder, or may not be looked into. */
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isThere(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}
