import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { footerSize, packMark, parseFooter } from './pack-format.ts';
import type { Footer, IndexRow, PackIndex } from './pack-format.ts';

/** A pack that was written before, open for reading. */
export interface PackReader {
  readonly keys: ReadonlySet<string>;
  /** The bytes of an entry; undefined when there is none or when they are not those that were written. */
  read(key: string): Buffer | undefined;
  close(): void;
}

/**
 * Opens a pack. The index is read at once, entries when they are asked for; a pack that another process replaces
 * meanwhile stays readable. Undefined when there is no such file, or when its index is damaged.
 */
export function openPack(file: string): PackReader | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const rows = readIndex(descriptor);
    if (rows !== undefined) return createReader(descriptor, rows);
  } catch {
    // It is not there or cannot be read, which is the same as an empty cache.
  }
  if (descriptor !== undefined) closeSync(descriptor);
  return undefined;
}

function createReader(descriptor: number, rows: readonly IndexRow[]): PackReader {
  const byKey = new Map(rows.map((row) => [row[0], row]));
  return {
    keys: new Set(byKey.keys()),
    read: (key) => {
      const row = byKey.get(key);
      if (row === undefined) return undefined;
      const [, offset, length, checksum] = row;
      const bytes = readAt(descriptor, offset, length);
      return bytes !== undefined && crc32(bytes) === checksum ? bytes : undefined;
    },
    close: () => closeSync(descriptor),
  };
}

function readIndex(descriptor: number): readonly IndexRow[] | undefined {
  const { size } = fstatSync(descriptor);
  const footer = readFooter(descriptor, size);
  if (footer === undefined || footer.offset + footer.length + footerSize !== size) return undefined;
  const bytes = readAt(descriptor, footer.offset, footer.length);
  if (bytes === undefined || crc32(bytes) !== footer.checksum) return undefined;
  // The checksum vouches for the shape: nobody but the writer of this version makes such a file.
  return (JSON.parse(bytes.toString('utf8')) as PackIndex).entries;
}

function readFooter(descriptor: number, size: number): Footer | undefined {
  if (size < packMark.length + footerSize) return undefined;
  const bytes = readAt(descriptor, size - footerSize, footerSize);
  return bytes && parseFooter(bytes);
}

function readAt(descriptor: number, offset: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, offset + done);
    if (count === 0) return undefined;
    done += count;
  }
  return bytes;
}
