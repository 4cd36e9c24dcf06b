/*
 * The little of CBOR (RFC 8949) that cutting Pagefind's files takes: lengths are definite, as Pagefind writes them.
 */

/** The kinds of items, the major types of RFC 8949, section 3.1. */
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;

interface Head {
  readonly kind: number;
  /** The number, the length, or the count. */
  readonly value: number;
  /** Where what follows the head begins. */
  readonly end: number;
}

/** Where an array's items begin, and how many there are. Throws when something else stands there. */
export function readArrayHead(bytes: Buffer, at: number): { readonly length: number; readonly end: number } {
  const { kind, value, end } = readHead(bytes, at);
  if (kind !== ARRAY) throw new Error(`expected an array at byte ${at}`);
  return { length: value, end };
}

/** A text, and where what follows it begins. Throws when something else stands there. */
export function readText(bytes: Buffer, at: number): { readonly text: string; readonly end: number } {
  const { kind, value, end } = readHead(bytes, at);
  if (kind !== TEXT) throw new Error(`expected a text at byte ${at}`);
  return { text: bytes.toString('utf8', end, end + value), end: end + value };
}

/** Where what follows an item begins. */
export function skipItem(bytes: Buffer, at: number): number {
  let left = 1;
  let next = at;
  while (left > 0) {
    const { kind, value, end } = readHead(bytes, next);
    next = kind === BYTES || kind === TEXT ? end + value : end;
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

function readHead(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at);
  const [kind, low] = [first >> 5, first & 31];
  if (low < ONE_BYTE) return { kind, value: low, end: at + 1 };
  if (low === ONE_BYTE) return { kind, value: bytes.readUInt8(at + 1), end: at + 2 };
  if (low === TWO_BYTES) return { kind, value: bytes.readUInt16BE(at + 1), end: at + 3 };
  if (low === FOUR_BYTES) return { kind, value: bytes.readUInt32BE(at + 1), end: at + 5 };
  throw new Error(`an item of another form stands at byte ${at}`);
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
