import type { SourceFile, Span, VaultPath } from './source-file.ts';

/** Line and column, both from 1; the column counts code points, as editors show it. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of one file in lines and columns; `end` is the position after the last character. */
export interface Place {
  readonly path: VaultPath;
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets into positions; made once for a text, each look-up is a binary search. */
export interface LineIndex {
  /** Position of an offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position;
  /** Offset at which a line (from 1) begins; the text's length when there is no such line. */
  lineStart(line: number): number;
  readonly lineCount: number;
}

/** Builds the index of a text whose lines end in `\n`. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineStart = (line: number): number => starts[line - 1] ?? text.length;
  const position = (offset: number): Position => {
    const at = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const before = text.slice(starts[low] ?? 0, at);
    return { line: low + 1, column: codePointLength(before) + 1 };
  };
  return { position, lineStart, lineCount: starts.length };
}

/** The place of a span in a file. Pass the file's index where many places are made. */
export function placeOf(file: SourceFile, span: Span, index = createLineIndex(file.text)): Place {
  return { path: file.path, start: index.position(span.start), end: index.position(span.end) };
}

/** The place that stands for a file as a whole: its first character. */
export function fileStart(path: VaultPath): Place {
  return { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

function codePointLength(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
