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
  /** Position of an offset, of the whole character where it is inside one; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position;
  /** Line, from 1, of an offset; offsets outside the text are moved to its nearest end. */
  lineOf(offset: number): number;
  /** Offset at which a line (from 1) begins; the text's length when there is no such line. */
  lineStart(line: number): number;
  readonly lineCount: number;
}

/** Builds the index of a text whose lines end in `\n`. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const columns = createColumnCounter(text);
  const lineStart = (line: number): number => starts[line - 1] ?? text.length;
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const position = (offset: number): Position => {
    const at = startOfCharacter(text, Math.max(0, Math.min(offset, text.length)));
    const line = lineOf(at);
    return { line, column: columns.of(lineStart(line), at) };
  };
  return { position, lineOf, lineStart, lineCount: starts.length };
}

/** The place of a span in a file. Pass the file's index where many places are made. */
export function placeOf(file: SourceFile, span: Span, index = createLineIndex(file.text)): Place {
  return { path: file.path, start: index.position(span.start), end: index.position(span.end) };
}

/** The place that stands for a file as a whole: its first character. */
export function fileStart(path: VaultPath): Place {
  return { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

/** Where the character begins that an offset stands before or in: half of a pair is none. */
function startOfCharacter(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}

interface ColumnCounter {
  /** The column, from 1, of an offset in the line that begins at `start`. */
  of(start: number, offset: number): number;
}

/** Counts from the place that was last asked for: many in one long line would otherwise each cost the whole of it. */
function createColumnCounter(text: string): ColumnCounter {
  let last = { start: 0, offset: 0, column: 1 };
  return {
    of(start, offset) {
      const from = last.start === start && last.offset <= offset ? last : { start, offset: start, column: 1 };
      last = { start, offset, column: from.column + codePointsIn(text, from.offset, offset) };
      return last.column;
    },
  };
}

function codePointsIn(text: string, start: number, end: number): number {
  let pairs = 0;
  // A low half counts with the high one before it; offsets between the two are none of ours.
  for (let at = start + 1; at < end; at += 1) {
    const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (isLow && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) pairs += 1;
  }
  return end - start - pairs;
}
