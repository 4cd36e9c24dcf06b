import { readFileSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { footerSize, packMark, parseFooter } from './pack-format.ts';
import type { IndexRow, PackIndex } from './pack-format.ts';

/** The bytes of an entry and their CRC-32. */
export interface PackEntry {
  readonly bytes: Buffer;
  readonly checksum: number;
}

/** A pack that was written before. */
export interface PackReader {
  /** An entry; undefined when there is none or when its bytes are not those that were written. */
  read(key: string): PackEntry | undefined;
}

/**
 * Reads a pack, whole: one read of tens of megabytes costs far less than thousands of its parts. Undefined when there
 * is no such file, or when its index is damaged.
 */
export function readPack(file: string): PackReader | undefined {
  const pack = readFile(file);
  const rows = pack && indexOf(pack);
  if (pack === undefined || rows === undefined) return undefined;
  const byKey = new Map(rows.map((row) => [row[0], row]));
  return {
    read: (key) => {
      const row = byKey.get(key);
      if (row === undefined) return undefined;
      const [, offset, length, checksum] = row;
      const bytes = pack.subarray(offset, offset + length);
      return crc32(bytes) === checksum ? { bytes, checksum } : undefined;
    },
  };
}

function readFile(file: string): Buffer | undefined {
  try {
    // A pipe or a device would be read for ever.
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined; // It is not there or cannot be read, which is the same as an empty cache.
  }
}

function indexOf(pack: Buffer): readonly IndexRow[] | undefined {
  if (pack.length < packMark.length + footerSize) return undefined;
  const footer = parseFooter(pack.subarray(-footerSize));
  if (footer === undefined || footer.offset + footer.length + footerSize !== pack.length) return undefined;
  const bytes = pack.subarray(footer.offset, footer.offset + footer.length);
  if (crc32(bytes) !== footer.checksum) return undefined;
  return entriesOf(bytes.toString('utf8'));
}

/** The rows of an index; undefined for JSON of another shape, which a checksum does not tell. */
function entriesOf(text: string): readonly IndexRow[] | undefined {
  try {
    const { entries } = JSON.parse(text) as Partial<PackIndex>;
    return Array.isArray(entries) && entries.every(isRow) ? entries : undefined;
  } catch {
    return undefined;
  }
}

function isRow(row: unknown): row is IndexRow {
  return Array.isArray(row) && typeof row[0] === 'string' && row.slice(1, 4).every(Number.isSafeInteger);
}
