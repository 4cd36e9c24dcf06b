import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { noCache } from '../cache/index.ts';
import type { Cache } from '../cache/index.ts';
import { parseNote, recordOf, restoreNote } from '../parse/index.ts';
import type { NoteRecord, ParsedNote } from '../parse/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';

/** Parses notes and remembers them: while it lives by path and text, and beyond that in the cache. */
export interface NoteMemory {
  /** A note that has not changed is not parsed again. */
  parse(file: SourceFile): ParsedNote;
  /** Puts into the cache what has been worked out of the notes up to now. Once, when the work is done. */
  keep(): void;
}

interface Remembered {
  readonly note: ParsedNote;
  readonly key: string;
  /** How much had been derived when it came from the cache; -1 when it did not. */
  readonly derived: number;
}

/** Makes a memory over the cache of a vault. */
export function createNoteMemory(cache: Cache = noCache): NoteMemory {
  const shelf = cache.shelf('notes');
  const remembered = new Map<VaultPath, Remembered>();
  return {
    parse: (file) => {
      const last = remembered.get(file.path);
      if (last?.note.file.text === file.text && last.note.file.encoding === file.encoding) return last.note;
      const key = keyOf(file);
      const record = recordIn(shelf.get(key));
      const note = record === undefined ? parseNote(file) : restoreNote(record, file);
      remembered.set(file.path, { note, key, derived: record === undefined ? -1 : note.derived.size });
      return note;
    },
    keep: () => {
      for (const { note, key, derived } of remembered.values()) {
        if (note.derived.size > derived) shelf.put(key, serialize(recordOf(note)));
      }
      shelf.close();
    },
  };
}

/** The shelf vouches for the bytes, and the program's digest for their shape. */
function recordIn(bytes: Buffer | undefined): NoteRecord | undefined {
  return bytes && (deserialize(bytes) as NoteRecord);
}

/** All that a parsed note hangs on: its path is in its diagnostics. */
function keyOf({ path, encoding, text }: SourceFile): string {
  return createHash('sha256').update(`${path}\n${encoding}\n`).update(text).digest('base64url').slice(0, 27);
}
