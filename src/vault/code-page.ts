import iconv from 'iconv-lite';

/** Single-byte encodings that old notes come in, the likeliest first. */
const codePages = ['cp437', 'cp850', 'windows-1252'] as const;
/** One of the code pages above. */
export type CodePage = (typeof codePages)[number];

/** More bytes than this add nothing to the guess. */
const SAMPLE = 4096;
const BOX = /[\u2500-\u259F]/u;
const RARE_LETTERS = new Set('ÿþÞðÐıƒ');
const OPENING = new Set('“‘„‚«‹¿¡');
const CLOSING = new Set('”»›™®©…');
const BETWEEN_WORDS = new Set('–—•·');

/**
 * The code page in which bytes make the best text, told by their neighbours: an accented letter belongs
 * inside a word, a quotation mark at its edge. `places` are indexes of the bytes that are to be judged.
 */
export function guessCodePage(bytes: Uint8Array, places: readonly number[]): CodePage {
  let best: CodePage = codePages[0];
  let bestScore = -Infinity;
  for (const page of codePages) {
    const table = decodeTable(page);
    const score = places.slice(0, SAMPLE).reduce((sum, place) => sum + plausibility(bytes, place, table), 0);
    if (score > bestScore) [best, bestScore] = [page, score];
  }
  return best;
}

/** Decodes bytes in a code page; each byte gives one UTF-16 unit, an undefined one U+FFFD. */
export function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
  return iconv.decode(bytes, page);
}

function decodeTable(page: CodePage): string {
  return iconv.decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    page,
  );
}

/** How well one byte reads among its neighbours, from -5 to 3. */
function plausibility(bytes: Uint8Array, at: number, table: string): number {
  const sign = table.charAt(bytes[at] ?? 0);
  const before = at === 0 ? '\n' : table.charAt(bytes[at - 1] ?? 0);
  const after = at + 1 >= bytes.length ? '\n' : table.charAt(bytes[at + 1] ?? 0);
  if (sign === '\uFFFD' || sign < '\u00A0') return -5;
  if (sign === '\u00A0') return 2;
  if (isLatinLetter(sign)) return letterPlausibility(sign, before, after);
  if (BOX.test(sign)) return BOX.test(before + after) ? 3 : isWordSign(before) || isWordSign(after) ? -2 : 1;
  return markPlausibility(sign, isWordSign(before), isWordSign(after));
}

function letterPlausibility(letter: string, before: string, after: string): number {
  if (RARE_LETTERS.has(letter)) return -1;
  if (isCapital(letter) && isLatinLetter(before) && !isCapital(before)) return -3;
  return isLatinLetter(before) || isLatinLetter(after) ? 3 : 0;
}

function markPlausibility(mark: string, wordBefore: boolean, wordAfter: boolean): number {
  if (mark === '’') return wordBefore ? 3 : -1;
  if (OPENING.has(mark)) return !wordBefore && wordAfter ? 3 : -2;
  if (CLOSING.has(mark)) return !wordAfter ? 2 : -2;
  if (BETWEEN_WORDS.has(mark)) return wordBefore === wordAfter ? 2 : 0;
  if (/[°€£¥§±µ²³½¼]/u.test(mark)) return wordBefore && wordAfter ? -2 : 1;
  return wordBefore || wordAfter ? -2 : -1;
}

function isLatinLetter(sign: string): boolean {
  return /^\p{Script=Latin}$/u.test(sign) && sign !== 'ª' && sign !== 'º' && sign !== 'ⁿ';
}

function isWordSign(sign: string): boolean {
  return isLatinLetter(sign) || (sign >= '0' && sign <= '9');
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
