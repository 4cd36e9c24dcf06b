const WHITE_SPACE = /\s/;
const WORD = /[\p{L}\p{M}\p{Nd}_]/u;
const WITHOUT_SPACES =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Tibt}\p{sc=Khmr}\p{sc=Mymr}\u30fc]/u;

/** Whether the code unit at an offset is white space of any kind, line ends included. */
export function isWhiteSpaceAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return WHITE_SPACE.test(text.charAt(offset));
}

/**
 * Whether a character takes part in words, so that a phrase must not begin or end beside it
 * (A5.2): letters, digits, marks and `_`, without the scripts that write no spaces.
 */
export function isWordCharacter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    return (
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      code === 0x5f ||
      (code >= 0x61 && code <= 0x7a)
    );
  }
  return WORD.test(character) && !WITHOUT_SPACES.test(character);
}

/** The character that ends before an offset; empty at the start of the text. */
export function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  const code = text.charCodeAt(offset - 1);
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff;
  return text.slice(isLowSurrogate ? Math.max(0, offset - 2) : offset - 1, offset);
}

/** The character that begins at an offset; empty at the end of the text. */
export function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The key of a tag as a search writes it: no `#`, no trailing slashes (A3.5), Unicode lower case. */
export function tagKey(written: string): string {
  const name = written.startsWith('#') ? written.slice(1) : written;
  return withoutTrailingSlashes(name).toLowerCase();
}

function withoutTrailingSlashes(name: string): string {
  let end = name.length;
  while (end > 0 && name.charCodeAt(end - 1) === 0x2f) end -= 1;
  return name.slice(0, end);
}
