import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { noCache } from '../cache/index.ts';
import type { Cache } from '../cache/index.ts';
import { parseNote, recordOf, restoreNote } from '../parse/index.ts';
import type { NoteRecord, ParsedNote } from '../parse/index.ts';
import type { RenderMemory } from '../render/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';
import { openRenderings } from './kept-renderings.ts';
import type { KeptRenderings } from './kept-renderings.ts';
import { KeptValues, noValues } from './kept-values.ts';

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

/** A note as it is kept: what was derived is bytes within, that need not be read with the rest. */
interface KeptNote {
  readonly record: NoteRecord;
  readonly values: Uint8Array;
}

/** Makes a memory over the cache of a vault. */
export function createVaultMemory(cache: Cache = noCache): VaultMemory {
  const shelf = cache.shelf('notes');
  const remembered = new Map<VaultPath, readonly Remembered[]>();
  const renderings = new Map<string, KeptRenderings>();
  return {
    parse: (file) => {
      const known = remembered.get(file.path) ?? [];
      const same = known.find(({ note: { file: last } }) => last.text === file.text && last.encoding === file.encoding);
      if (same !== undefined) return same.note;
      const key = keyOf(file);
      const bytes = shelf.get(key);
      const { note, values } = bytes === undefined ? parseAnew(file) : restore(bytes, file);
      remembered.set(file.path, [{ note, key, values, isKept: bytes !== undefined }, ...known].slice(0, MOST_VERSIONS));
      return note;
    },
    renderings: (base) => {
      const opened = renderings.get(base) ?? openRenderings(cache, base);
      renderings.set(base, opened);
      return opened;
    },
    keep: () => {
      for (const { note, key, values, isKept } of [...remembered.values()].flat()) {
        if (!isKept || values.isChanged)
          shelf.put(key, () => bytesOf({ record: recordOf(note), values: values.toBytes() }));
      }
      shelf.close();
      for (const opened of renderings.values()) opened.keep();
    },
  };
}

type Read = Pick<Remembered, 'note' | 'values'>;

function parseAnew(file: SourceFile): Read {
  const values = noValues();
  return { note: parseNote(file, values), values };
}

function restore(bytes: Buffer, file: SourceFile): Read {
  // The cache vouches for the bytes, and the program's digest for their shape.
  const kept = deserialize(bytes) as KeptNote;
  const values = new KeptValues(kept.values);
  return { note: restoreNote(kept.record, file, values), values };
}

function bytesOf(note: KeptNote): Buffer {
  return serialize(note);
}

/** All that a parsed note hangs on: its path is in its diagnostics. */
function keyOf({ path, encoding, text }: SourceFile): string {
  return createHash('sha256').update(`${path}\n${encoding}\n`).update(text).digest('base64url');
}
