/*
 * The little of CBOR (RFC 8949) that cutting Pagefind's files takes: lengths are definite, as Pagefind writes them.
 */

/** The kinds of items, the major types of RFC 8949, section 3.1. */
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;

/** Where an array's items begin, and how many there are. Throws when something else stands there. */
export function readArrayHead(bytes: Buffer, at: number): { readonly length: number; readonly end: number } {
  if (kindAt(bytes, at) !== ARRAY) throw new Error(`expected an array at byte ${at}`);
  return { length: numberAt(bytes, at), end: endOfHead(bytes, at) };
}

/** A text, and where what follows it begins. Throws when something else stands there. */
export function readText(bytes: Buffer, at: number): { readonly text: string; readonly end: number } {
  if (kindAt(bytes, at) !== TEXT) throw new Error(`expected a text at byte ${at}`);
  const start = endOfHead(bytes, at);
  const end = start + numberAt(bytes, at);
  return { text: bytes.toString('utf8', start, end), end };
}

/** Where what follows an item begins. */
export function skipItem(bytes: Buffer, at: number): number {
  let left = 1;
  let next = at;
  while (left > 0) {
    const kind = kindAt(bytes, next);
    const value = numberAt(bytes, next);
    next = endOfHead(bytes, next) + (kind === BYTES || kind === TEXT ? value : 0);
    left += (kind === ARRAY ? value : kind === MAP ? 2 * value : 0) - 1;
  }
  return next;
}

/** The head of an array of so many items. */
export function arrayHead(length: number): Buffer {
  return head(ARRAY, length);
}

/** A text as an item. */
export function textItem(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([head(TEXT, bytes.length), bytes]);
}

/** What stands in the low five bits of a head whose number follows in 1, 2 or 4 bytes; numbers below stand there themselves. */
const [ONE_BYTE, TWO_BYTES, FOUR_BYTES] = [24, 25, 26];

// A head is read by parts and not as an object, of which an index would take millions.

function kindAt(bytes: Buffer, at: number): number {
  return bytes.readUInt8(at) >> 5;
}

/** The number in a head: a length, a count or a number itself. */
function numberAt(bytes: Buffer, at: number): number {
  const low = bytes.readUInt8(at) & 31;
  if (low < ONE_BYTE) return low;
  if (low === ONE_BYTE) return bytes.readUInt8(at + 1);
  if (low === TWO_BYTES) return bytes.readUInt16BE(at + 1);
  if (low === FOUR_BYTES) return bytes.readUInt32BE(at + 1);
  throw new Error(`an item of another form stands at byte ${at}`);
}

/** Where what follows a head begins, one that {@link numberAt} can read. */
function endOfHead(bytes: Buffer, at: number): number {
  const low = bytes.readUInt8(at) & 31;
  return at + 1 + (low < ONE_BYTE ? 0 : 1 << (low - ONE_BYTE));
}

function head(kind: number, value: number): Buffer {
  const type = kind << 5;
  if (value < ONE_BYTE) return Buffer.from([type | value]);
  if (value < 1 << 8) return Buffer.from([type | ONE_BYTE, value]);
  if (value < 1 << 16) return Buffer.from([type | TWO_BYTES, value >> 8, value & 255]);
  const bytes = Buffer.alloc(5, type | FOUR_BYTES);
  bytes.writeUInt32BE(value, 1);
  return bytes;
}
