import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './file-stamps.ts';

/** Two folders that become one. */
export interface Move {
  /** The folder of which nothing is left out but what the other keeps. It need not be there. */
  readonly from: string;
  /** The folder that goes into it. */
  readonly to: string;
  /** The paths of the files that `to` keeps. */
  readonly kept: Pick<ReadonlyMap<string, unknown>, 'has'>;
}

/**
 * Makes one folder of two, at the place of the first. Files are moved and removed, never written: those of `to` may have names in
 * a site that stands, too. Throws what the system throws.
 */
export function moveInto({ from, to, kept }: Move): void {
  mkdirSync(from, { recursive: true });
  removeOthers(to, '', kept);
  const made = new Set<string>();
  for (const name of filesBelow(from)) {
    if (kept.has(name)) continue;
    const target = path.join(to, name);
    const folder = path.dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    renameSync(path.join(from, name), target);
  }
  rmSync(from, { recursive: true, force: true });
  renameSync(to, from);
}

/** Removes what is not kept, and folders that hold nothing then. Tells whether anything is left. */
function removeOthers(folder: string, prefix: string, kept: Move['kept']): boolean {
  let isLeft = false;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = `${prefix}${entry.name}`;
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (removeOthers(below, `${name}/`, kept)) isLeft = true;
      else rmdirSync(below);
    } else if (entry.isFile() && kept.has(name)) isLeft = true;
    else unlinkSync(below);
  }
  return isLeft;
}
