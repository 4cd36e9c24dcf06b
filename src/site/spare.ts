import { renameSync, rmSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Shelf } from '../cache/index.ts';
import type { LastFiles } from './site-files.ts';

/**
 * A place for one site that has been replaced. The build after the next one is mostly the same again: there it needs
 * neither new folders nor new names for what has not changed, and there is nothing to remove.
 */
export interface SparePlace {
  /** Moves the site that is here to a folder, and tells what it holds; undefined when none is, or it cannot be moved. */
  take(to: string): LastFiles | undefined;
  /** Moves the replaced site here. False when it is not known what that holds, or it cannot be moved. */
  put(from: string): boolean;
}

type Files = Omit<LastFiles, 'folder'>;

/** Opens the place. `shelf` knows what the site there holds, `replaced` what that holds which is going to be replaced. */
export function openSpare(folder: string, shelf: Shelf, replaced: Files | undefined): SparePlace {
  return {
    take: (to) => {
      const kept = shelf.get('spare');
      if (kept === undefined || !move(folder, to)) return undefined;
      // The shelf vouches for the bytes; what has been touched since is found by its stamp.
      return { ...(deserialize(kept) as Files), folder: to };
    },
    put: (from) => {
      if (replaced === undefined || !move(from, folder)) return false;
      shelf.put('spare', () => serialize({ digests: replaced.digests, stamps: replaced.stamps } satisfies Files));
      return true;
    },
  };
}

/** Moves a folder within a disk, to the place of what is there. False where that cannot be: it costs time, never a site. */
function move(from: string, to: string): boolean {
  try {
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
