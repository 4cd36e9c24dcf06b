/*
 * A pack is one file of values by key: a mark, the values' bytes one after another, the index as JSON, and a footer
 * that says where the index is. Every part has a CRC-32. It is written whole and never changed.
 */

/** An entry: its key, where its bytes are, and their CRC-32. */
export type IndexRow = readonly [key: string, offset: number, length: number, checksum: number];

/** What stands in a pack before its footer. */
export interface PackIndex {
  readonly entries: readonly IndexRow[];
}

/** Where the index is, in bytes, and its CRC-32. */
export interface Footer {
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

/** The first and the last bytes of every pack. */
export const packMark = 'dtny-pk1';
/** Bytes of a footer: two of 8 for the place of the index, 4 for its checksum, and the mark. */
export const footerSize = 8 + 8 + 4 + packMark.length;

/** A footer as bytes. */
export function formatFooter({ offset, length, checksum }: Footer): Buffer {
  const bytes = Buffer.alloc(footerSize);
  bytes.writeDoubleLE(offset, 0);
  bytes.writeDoubleLE(length, 8);
  bytes.writeUInt32LE(checksum, 16);
  bytes.write(packMark, 20, 'latin1');
  return bytes;
}

/** Reads a footer; undefined when the bytes are none. */
export function parseFooter(bytes: Buffer): Footer | undefined {
  if (bytes.toString('latin1', 20) !== packMark) return undefined;
  const [offset, length] = [bytes.readDoubleLE(0), bytes.readDoubleLE(8)];
  const areSound = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
  return areSound ? { offset, length, checksum: bytes.readUInt32LE(16) } : undefined;
}
