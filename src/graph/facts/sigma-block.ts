import type { Code } from 'mdast';
import type { ParsedNote } from '../../parse/index.ts';
import { createLineIndex } from '../../source/index.ts';
import type { Span } from '../../source/index.ts';
import { spanOf } from './sections.ts';
import { nodesOf } from './tree-walk.ts';

/** A note's Sigma rule: a fenced code block. */
export interface SigmaBlock {
  /** The YAML to the letter, without what a list or callout puts before its lines. */
  readonly text: string;
  /** The block with its fences. */
  readonly span: Span;
  /** The offset in the note of one in `text`. */
  readonly offsetInNote: (offset: number) => number;
}

/** The first fenced `yml`, `yaml` or `sigma` block that has a `detection` or `logsource`, also inside of callouts. */
export function sigmaBlockOf(note: ParsedNote): SigmaBlock | undefined {
  for (const node of nodesOf(note.tree)) {
    if (node.type !== 'code' || !isSigma(node)) continue;
    return {
      text: node.value,
      span: spanOf(node),
      offsetInNote: (offset) => offsetInNote(node, offset, note.file.text),
    };
  }
  return undefined;
}

function isSigma({ lang, value }: Code): boolean {
  return /^(?:ya?ml|sigma)$/i.test(lang ?? '') && /^[ \t]*(?:detection|logsource)[ \t]*:/m.test(value);
}

function offsetInNote(code: Code, offset: number, text: string): number {
  const before = code.value.slice(0, offset);
  const linesBefore = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1);
  const [line = ''] = code.value.slice(offset - column).split('\n', 1);
  const lines = createLineIndex(text);
  const start = lines.lineStart((code.position?.start.line ?? 1) + linesBefore);
  const end = Math.max(start, lines.lineStart((code.position?.start.line ?? 1) + linesBefore + 1) - 1);
  // A line of the value ends its line of the note: what stands before it belongs to the containers.
  return Math.max(start, end - line.length) + column;
}
