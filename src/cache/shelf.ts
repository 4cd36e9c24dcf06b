import { readPack } from './pack-reader.ts';
import type { PackEntry } from './pack-reader.ts';
import { createPack } from './pack-writer.ts';
import type { PackWriter } from './pack-writer.ts';

/** Values of one sort that are kept from one run to the next. A key must name all that its value hangs on. */
export interface Shelf {
  /** What was kept under a key; undefined when nothing was, or when it is damaged. */
  get(key: string): Buffer | undefined;
  /**
   * Keeps a value, once for a key; it is made where it can be kept. What cannot be written is worked out again next time.
   */
  put(key: string, make: () => Uint8Array): void;
  /**
   * Ends the run: a closed shelf gives and takes nothing. Where anything was put, what was neither asked for nor put
   * is let go, so that a shelf holds what its last run used.
   */
  close(): void;
}

/** A shelf that keeps nothing. */
export const emptyShelf: Shelf = { get: () => undefined, put: () => undefined, close: () => undefined };

/** Opens the shelf in a file. `prepare` makes its folder; it is called when there is something to write. */
export function openShelf(file: string, prepare: () => void): Shelf {
  const reader = readPack(file);
  const used = new Map<string, PackEntry>();
  const written = new Set<string>();
  let writer: PackWriter | undefined;
  let isBroken = false;
  let isOpen = true;
  const attempt = (work: () => void): void => {
    if (isBroken || !isOpen) return;
    try {
      work();
    } catch {
      isBroken = true;
      writer?.abandon();
    }
  };
  const begin = (): PackWriter => {
    prepare();
    return createPack(file);
  };
  const finish = (last: PackWriter): void => {
    for (const [key, { bytes, checksum }] of used) if (!written.has(key)) last.write(key, bytes, checksum);
    last.finish();
  };
  return {
    get: (key) => {
      const entry = isOpen ? reader?.read(key) : undefined;
      if (entry !== undefined) used.set(key, entry);
      return entry?.bytes;
    },
    put: (key, make) => {
      if (isBroken || !isOpen) return;
      const value = make();
      attempt(() => {
        writer ??= begin();
        writer.write(key, value);
        written.add(key);
      });
    },
    close: () => {
      attempt(() => writer && finish(writer));
      used.clear();
      isOpen = false;
    },
  };
}
