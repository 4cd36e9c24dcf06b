import type { Code } from 'micromark-util-types';

/** Characters that our syntax is made of. */
export const codes = {
  space: 32,
  exclamationMark: 33,
  numberSign: 35,
  dollarSign: 36,
  percentSign: 37,
  leftParenthesis: 40,
  rightParenthesis: 41,
  asterisk: 42,
  hyphen: 45,
  slash: 47,
  lessThan: 60,
  equalsTo: 61,
  questionMark: 63,
  leftBracket: 91,
  rightBracket: 93,
  underscore: 95,
  graveAccent: 96,
} as const;

/** The end of a line or of the content, as micromark codes it. */
export type End = null | -5 | -4 | -3;

/** True at the end of a line or of the content. */
export function isEnd(code: Code): code is End {
  return code === null || (code < -2 && code > -6);
}

/** True for white space, a line end, and the start or end of the content. */
export function isSpaceOrEnd(code: Code): boolean {
  return code === null || code < 0 || /\s/.test(String.fromCharCode(code));
}
