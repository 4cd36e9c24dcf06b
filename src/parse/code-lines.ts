import type { Code } from 'mdast';

/** The text of a block of code and where it stands in its note. */
export interface PlacedLines {
  /** The lines without what containers put before them, joined by `\n`. */
  readonly source: string;
  /** Offset in the note at which each line begins, container prefix passed over. */
  readonly lineOffsets: readonly number[];
}

/** Where each line of a fenced block's value begins in the note: the value's line ends each line of the source. */
export function codeLineOffsets(code: Code, text: string): readonly number[] {
  let at = text.lastIndexOf('\n', (code.position?.start.offset ?? 0) - 1) + 1; // the line of the opening fence
  return code.value.split('\n').map((line) => {
    at = endOfLine(text, at) + 1;
    if (at > text.length) return text.length;
    const end = endOfLine(text, at);
    // A tab that a container takes in part is spaces in the value: then its first words are looked for.
    const length = text.endsWith(line, end) ? line.length : line.trimStart().length;
    return Math.max(at, end - length);
  });
}

/** Where the lines of a block's source begin in it: asked for with each mistake of a block, made once. */
const startsOf = new WeakMap<PlacedLines, readonly number[]>();

/** The offset in the note of one in the text of a block; undefined for a block without lines. */
export function offsetInNote(block: PlacedLines, offset: number): number | undefined {
  const { source, lineOffsets } = block;
  if (source === '') return undefined;
  let starts = startsOf.get(block);
  if (starts === undefined) startsOf.set(block, (starts = lineStarts(source)));
  const at = Math.min(offset, source.length);
  const line = lastUpTo(starts, at);
  const start = lineOffsets[line];
  return start === undefined ? undefined : start + at - (starts[line] ?? 0);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** The index of the last of ascending numbers, the first of which is 0, that is not above a limit. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
