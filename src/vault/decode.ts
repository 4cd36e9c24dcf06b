import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../source/index.ts';
import { decodeCodePage, guessCodePage } from './code-page.ts';
import type { CodePage } from './code-page.ts';

/** Text read from bytes. `firstDoubt` is the offset of the first character that had to be guessed. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly firstDoubt: number | undefined;
}

/** A sixteenth of a file may be NUL before it counts as UTF-16 without a mark, or as no text at all. */
const NUL_SHARE = 1 / 16;
/** Of what is UTF-8 but for its NULs more must be, as in plain words in UTF-16: short notes with a stray NUL are texts. */
const NUL_SHARE_OF_UTF8 = 1 / 2;
/** Bytes looked at for NULs. */
const NUL_SAMPLE = 65_536;

/**
 * Reads the bytes of a text: UTF-8, UTF-16 (by its mark, or where every other byte is NUL), else the code
 * page that fits. In a text that is UTF-8 but for a few bytes, only those are read as a code page. Marks
 * are dropped, `\r\n` and a lone `\r` become `\n`, NUL becomes U+FFFD as CommonMark asks. Undefined when
 * the bytes are no text.
 */
export function decodeText(bytes: Buffer): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  const hasNul = bytes.includes(0);
  if (hasNul) {
    const guess = encodingByNuls(bytes);
    if (guess === 'binary') return undefined;
    if (guess !== 'other') return decodeUtf16(bytes, guess);
  }
  if (isUtf8(bytes)) return { text: tidy(bytes.toString('utf8')), encoding: 'utf-8', firstDoubt: undefined };
  return hasNul ? undefined : decodeLegacy(bytes);
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = tidy(new TextDecoder(encoding).decode(bytes));
  const doubt = text.indexOf('\uFFFD');
  return { text, encoding, firstDoubt: doubt === -1 ? undefined : doubt };
}

function encodingByNuls(bytes: Buffer): 'utf-16le' | 'utf-16be' | 'binary' | 'other' {
  const length = Math.min(bytes.length, NUL_SAMPLE);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const few = (length * (isUtf8(bytes) ? NUL_SHARE_OF_UTF8 : NUL_SHARE)) / 2;
  if (odd > few && even <= few / 8) return 'utf-16le';
  if (even > few && odd <= few / 8) return 'utf-16be';
  return even + odd > few ? 'binary' : 'other';
}

function decodeLegacy(bytes: Buffer): Decoded {
  const scan = scanUtf8(bytes);
  const mixed = scan.sequences > scan.stray.length;
  const page = guessCodePage(bytes, mixed ? scan.stray : highBytes(bytes));
  const first = scan.stray[0] ?? 0;
  const text = mixed ? decodeMixed(bytes, scan.stray, page) : decodeCodePage(bytes, page);
  const before = mixed ? bytes.toString('utf8', 0, first) : decodeCodePage(bytes.subarray(0, first), page);
  return { text: tidy(text), encoding: page, firstDoubt: tidy(before).length };
}

function decodeMixed(bytes: Buffer, stray: readonly number[], page: CodePage): string {
  const parts: string[] = [];
  let from = 0;
  for (const at of stray) {
    parts.push(bytes.toString('utf8', from, at), decodeCodePage(bytes.subarray(at, at + 1), page));
    from = at + 1;
  }
  parts.push(bytes.toString('utf8', from));
  return parts.join('');
}

function highBytes(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) places.push(at);
  return places;
}

/** Counts the well-formed sequences of more than one byte and finds the bytes that belong to none. */
function scanUtf8(bytes: Buffer): { sequences: number; stray: number[] } {
  const stray: number[] = [];
  let sequences = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc2 && byte <= 0xf4 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) {
      sequences += 1;
      at += length - 1;
    } else {
      stray.push(at);
    }
  }
  return { sequences, stray };
}

function tidy(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  return lines.includes('\0') ? lines.replaceAll('\0', '\uFFFD') : lines;
}
