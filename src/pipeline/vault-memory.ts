import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { noCache } from '../cache/index.ts';
import type { Cache, Shelf } from '../cache/index.ts';
import { parseNote, recordOf, restoreNote } from '../parse/index.ts';
import type { LinkedRecord, ParsedNote, SearchedRecord } from '../parse/index.ts';
import type { RenderMemory } from '../render/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';
import { openRenderings } from './kept-renderings.ts';
import type { KeptRenderings } from './kept-renderings.ts';
import { KeptValues } from './kept-values.ts';

/**
 * Parses notes and remembers them, and how they were rendered: while it lives by path and text, and beyond that in
 * the cache.
 */
export interface VaultMemory {
  /** A note that has not changed is not parsed again. */
  parse(file: SourceFile): ParsedNote;
  /** The renderings of notes under a base. */
  renderings(base: string): RenderMemory;
  /** Puts into the cache what has been worked out up to now. Once, when the work is done. */
  keep(): void;
}

interface Remembered {
  readonly note: ParsedNote;
  readonly key: string;
  readonly values: KeptValues;
  readonly isKept: boolean;
}

/** Of a note: as it stands on disk, and with the names of notes that are kept out struck out. */
const MOST_VERSIONS = 2;

/** A note as it is kept: what searches do not ask for is bytes within, that need not be read with the rest. */
interface KeptNote {
  readonly searched: SearchedRecord;
  readonly linked: Uint8Array;
}

/** Makes a memory over the cache of a vault. */
export function createVaultMemory(cache: Cache = noCache): VaultMemory {
  const shelf = cache.shelf('notes');
  // Apart, and opened when it is asked for: it is larger than all else of the notes, and no search needs it.
  const derived = lazyShelf(() => cache.shelf('derived'));
  const remembered = new Map<VaultPath, readonly Remembered[]>();
  const renderings = new Map<string, KeptRenderings>();
  return {
    parse: (file) => {
      const known = remembered.get(file.path) ?? [];
      const same = known.find(({ note: { file: last } }) => last.text === file.text && last.encoding === file.encoding);
      if (same !== undefined) return same.note;
      const key = keyOf(file);
      const bytes = shelf.get(key);
      const values = new KeptValues(() => derived.get(key));
      const note = bytes === undefined ? parseNote(file, values) : restore(bytes, { file, values });
      remembered.set(file.path, [{ note, key, values, isKept: bytes !== undefined }, ...known].slice(0, MOST_VERSIONS));
      return note;
    },
    renderings: (base) => {
      const opened = renderings.get(base) ?? openRenderings(cache, base);
      renderings.set(base, opened);
      return opened;
    },
    keep: () => {
      const all = [...remembered.values()].flat();
      for (const { note, key, isKept } of all) if (!isKept) shelf.put(key, () => bytesOf(note));
      shelf.close();
      if (all.some(({ values }) => values.isChanged)) {
        for (const { key, values } of all) {
          if (values.isChanged) derived.put(key, () => values.toBytes());
          else derived.get(key); // so that the shelf holds on to it
        }
        derived.close();
      }
      for (const opened of renderings.values()) opened.keep();
    },
  };
}

/** A shelf that is opened when it is asked for something, and again after it was closed. */
function lazyShelf(open: () => Shelf): Shelf {
  let shelf: Shelf | undefined;
  const opened = (): Shelf => (shelf ??= open());
  return {
    get: (key) => opened().get(key),
    put: (key, make) => opened().put(key, make),
    close: () => {
      shelf?.close();
      shelf = undefined;
    },
  };
}

function restore(
  bytes: Buffer,
  { file, values }: { readonly file: SourceFile; readonly values: KeptValues },
): ParsedNote {
  // The cache vouches for the bytes, and the program's digest for their shape.
  const { searched, linked } = deserialize(bytes) as KeptNote;
  return restoreNote({ searched, linked: () => deserialize(linked) as LinkedRecord, derived: values }, file);
}

function bytesOf(note: ParsedNote): Buffer {
  const { searched, linked } = recordOf(note);
  return serialize({ searched, linked: serialize(linked) } satisfies KeptNote);
}

/** All that a parsed note hangs on: its path is in its diagnostics. */
function keyOf({ path, encoding, text }: SourceFile): string {
  return createHash('sha256').update(`${path}\n${encoding}\n`).update(text).digest('base64url');
}
