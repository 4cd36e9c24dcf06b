import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writevSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { formatFooter, packMark } from './pack-format.ts';
import type { IndexRow, PackIndex } from './pack-format.ts';

/** A pack being written. */
export interface PackWriter {
  /** Adds an entry. `checksum` is the CRC-32 of its bytes, where that is known. */
  write(key: string, bytes: Uint8Array, checksum?: number): void;
  /** Puts the pack in its place, whole. */
  finish(): void;
  /** Leaves nothing behind; after {@link finish} it does nothing. */
  abandon(): void;
}

/** So many bytes, or parts, are gathered before they are written. */
const MOST_BYTES = 1 << 20;
const MOST_PARTS = 512;

/**
 * Begins a pack in a file beside its place, so that readers see the last pack or this one, whole, and two processes
 * that write at once do not mix. The folder must exist. Throws what the system throws.
 */
export function createPack(file: string): PackWriter {
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  const output = openOutput(temporary);
  const entries: IndexRow[] = [];
  output.append(Buffer.from(packMark, 'latin1'));
  return {
    write: (key, bytes, checksum = crc32(bytes)) => {
      entries.push([key, output.length(), bytes.length, checksum]);
      output.append(bytes);
    },
    finish: () => {
      const index = Buffer.from(JSON.stringify({ entries } satisfies PackIndex));
      const footer = formatFooter({ offset: output.length(), length: index.length, checksum: crc32(index) });
      output.append(index);
      output.append(footer);
      output.close();
      renameSync(temporary, file);
    },
    abandon: () => {
      output.close();
      rmSync(temporary, { force: true });
    },
  };
}

interface OutputFile {
  append(bytes: Uint8Array): void;
  /** Bytes appended so far. */
  length(): number;
  /** Writes what waits; only the first call does anything. */
  close(): void;
}

function openOutput(file: string): OutputFile {
  const descriptor = openSync(file, 'wx', 0o600);
  let waiting: Uint8Array[] = [];
  let waitingSize = 0;
  let length = 0;
  let isOpen = true;
  const flush = (): void => {
    writeAll(descriptor, waiting);
    waiting = [];
    waitingSize = 0;
  };
  return {
    append: (bytes) => {
      length += bytes.length;
      waitingSize += bytes.length;
      waiting.push(bytes);
      if (waitingSize >= MOST_BYTES || waiting.length >= MOST_PARTS) flush();
    },
    length: () => length,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      try {
        flush();
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

function writeAll(descriptor: number, parts: readonly Uint8Array[]): void {
  let left = parts.filter(({ length }) => length > 0);
  while (left.length > 0) left = after(left, writevSync(descriptor, left));
}

/** What is left of some parts when so many bytes of them are written. */
function after(parts: readonly Uint8Array[], written: number): Uint8Array[] {
  let done = written;
  return parts.flatMap((part) => {
    const skipped = Math.min(done, part.length);
    done -= skipped;
    return skipped === part.length ? [] : [part.subarray(skipped)];
  });
}
