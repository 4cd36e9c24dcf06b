import { readdirSync, realpathSync, statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import path from 'node:path';

/** Tells whether a file, by its real absolute path, may have changed. */
export type IsChanged = (file: string) => boolean;

/** A folder that is watched until it is closed. */
export interface FolderWatch {
  /** The folder, links followed. */
  readonly root: string;
  close(): void;
}

/** Editors write a file in several steps; what comes within so many milliseconds is told together. */
const SETTLE = 12;
/** What git keeps changes often and is never read. */
const UNWATCHED = '.git';

/**
 * Watches a folder and all below it, and tells what may have changed since the last time. Folders that links lead to are watched
 * where they stand themselves, as they must be inside. Nothing is missed from the moment that this returns. Throws what the system
 * throws, such as when it lets no more folders be watched.
 */
export function watchFolder(root: string, onChange: (isChanged: IsChanged) => void): FolderWatch {
  const watcher = new Watcher(realpathSync(root), onChange);
  watcher.add(watcher.root);
  return watcher;
}

class Watcher implements FolderWatch {
  readonly root: string;
  readonly #onChange: (isChanged: IsChanged) => void;
  /** By folder. */
  readonly #watches = new Map<string, FSWatcher>();
  #changed = new Set<string>();
  #waiting: NodeJS.Timeout | undefined;

  constructor(root: string, onChange: (isChanged: IsChanged) => void) {
    this.root = root;
    this.#onChange = onChange;
  }

  /** Watches a folder before it looks what is in it, so that nothing can come in between. */
  add(root: string): void {
    const pending = [root];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      const here = folder;
      try {
        const watched = watch(here, (event, name) => this.#note(here, event, name));
        watched.on('error', () => this.#remove(here));
        this.#watches.set(here, watched);
        for (const entry of readdirSync(here, { withFileTypes: true }))
          if (entry.isDirectory() && entry.name !== UNWATCHED) pending.push(path.join(here, entry.name));
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }
  }

  close(): void {
    clearTimeout(this.#waiting);
    for (const watched of this.#watches.values()) watched.close();
    this.#watches.clear();
  }

  #note(folder: string, event: string, name: string | null): void {
    if (name === UNWATCHED) return;
    const place = name === null ? folder : path.join(folder, name);
    this.#changed.add(place);
    // It may be a folder that was made, moved or removed.
    if (event === 'rename' && place !== folder) {
      this.#remove(place);
      if (isFolder(place)) this.add(place);
    }
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#tell(), SETTLE);
  }

  #remove(folder: string): void {
    for (const [watched, watcher] of this.#watches) {
      if (watched !== folder && !watched.startsWith(folder + path.sep)) continue;
      watcher.close();
      this.#watches.delete(watched);
    }
  }

  #tell(): void {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#onChange((file) => isIn(changed, file));
  }
}

/** Whether a file is among some places, or in a folder that is. */
function isIn(places: ReadonlySet<string>, file: string): boolean {
  for (let place = file; ; place = path.dirname(place)) {
    if (places.has(place)) return true;
    if (place === path.dirname(place)) return false;
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Whether a folder is not there any more, or may not be looked into, which reading it reports. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM';
}
