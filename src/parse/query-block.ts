import type { Code } from 'mdast';
import type { QueryBlock } from './parsed-note.ts';

/** Reads a fenced code block whose language is `query` (A2.1, A2.2); undefined for any other code. */
export function asQueryBlock(code: Code, text: string): QueryBlock | undefined {
  const { position } = code;
  if (code.lang !== 'query' || position?.start.offset === undefined || position.end.offset === undefined)
    return undefined;
  const start = text.lastIndexOf('\n', position.start.offset - 1) + 1;
  const { line } = position.start;
  return {
    source: code.value,
    line,
    span: { start, end: position.end.offset },
    lineOffsets: lineOffsets(code.value, start, text),
  };
}

/** Where each line of a block's value begins in the file: the value's line ends each line of the source. */
function lineOffsets(value: string, fenceLine: number, text: string): readonly number[] {
  let at = fenceLine;
  return value.split('\n').map((line) => {
    at = endOfLine(text, at) + 1;
    if (at > text.length) return text.length;
    const end = endOfLine(text, at);
    // A tab that a container takes in part is spaces in the value: then its first words are looked for.
    const length = text.endsWith(line, end) ? line.length : line.trimStart().length;
    return Math.max(at, end - length);
  });
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
