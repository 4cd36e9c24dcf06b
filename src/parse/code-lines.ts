import type { Code } from 'mdast';
import { createLineIndex } from '../source/index.ts';
import type { LineIndex } from '../source/index.ts';

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

/** Asked for with each mistake of a block, made once. */
const indexes = new WeakMap<PlacedLines, LineIndex>();

/** The offset in the note of one in the text of a block; undefined for a block without lines. */
export function offsetInNote(block: PlacedLines, offset: number): number | undefined {
  const { source, lineOffsets } = block;
  if (source === '') return undefined;
  const index = indexes.get(block) ?? createLineIndex(source);
  indexes.set(block, index);
  const at = Math.min(offset, source.length);
  const line = index.lineOf(at);
  const start = lineOffsets[line - 1];
  return start === undefined ? undefined : start + at - index.lineStart(line);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
