/** Control characters, those that turn the direction of text, line separators and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** What a pipeline's log may take for a command anywhere in a line: `##[…]` and `##vso[…]`. */
const LOG_COMMAND = /##(?=\[|vso\[)/gi;
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = '\u2421';

/**
 * Text of notes, names and searches as a terminal or a log may show it: every character that would
 * act on it is one that stands for it (`␛` for escape, `␊` for a line end), one for one.
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, pictureOf).replace(LOG_COMMAND, '#\u266f');
}

function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  return code === 0x7f ? PICTURE_OF_DELETE : '\ufffd';
}

/** A value as JSON in which no character acts on a terminal; the same value when it is read again. On one line without `indent`. */
export function printableJson(value: unknown, indent?: number): string {
  // Such characters stand in strings alone, where JSON may escape any; line ends between them are our own.
  return JSON.stringify(value, undefined, indent).replace(UNSEEN, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
