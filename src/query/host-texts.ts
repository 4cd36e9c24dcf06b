import type { Span } from '../source/index.ts';

/** The texts of notes without some lines of theirs. Keeps the one that was made last: they are as large as their notes. */
export interface HostTexts {
  /** A text with some lines blank and every other character in its place. */
  without(text: string, lines: Span): string;
  /** The same in lower case; `lowerText` is that of all of it. */
  lowerWithout(text: string, lowerText: string, lines: Span): string;
}

/** Makes a keeper that holds nothing. */
export function createHostTexts(): HostTexts {
  let of: { readonly text: string; readonly lines: Span } | undefined;
  let exact: string | undefined;
  let lower: string | undefined;
  const turnTo = (text: string, lines: Span): void => {
    if (of !== undefined && of.text === text && of.lines.start === lines.start && of.lines.end === lines.end) return;
    [of, exact, lower] = [{ text, lines }, undefined, undefined];
  };
  const without: HostTexts['without'] = (text, lines) => {
    turnTo(text, lines);
    return (exact ??= blank(text, lines));
  };
  return {
    without,
    lowerWithout: (text, lowerText, lines) => {
      const whole = without(text, lines);
      // some letters are longer in lower case: then nothing is in its place
      return (lower ??= lowerText.length === text.length ? blank(lowerText, lines) : whole.toLowerCase());
    },
  };
}

function blank(text: string, { start, end }: Span): string {
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line) => ' '.repeat(line.length));
  return text.slice(0, start) + lines.join('\n') + text.slice(end);
}
