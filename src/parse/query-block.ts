import type { Code } from 'mdast';
import { codeLineOffsets } from './code-lines.ts';
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
    lineOffsets: codeLineOffsets(code, text),
  };
}
