import type { Code } from 'mdast';
import { codeLineOffsets } from '../../parse/index.ts';
import type { ParsedNote, PlacedLines } from '../../parse/index.ts';
import type { Span } from '../../source/index.ts';
import { spanOf } from './sections.ts';
import { nodesOf } from './tree-walk.ts';

/** A note's Sigma rule: a fenced code block. */
export interface SigmaBlock extends PlacedLines {
  /** The YAML to the letter, without what a list or callout puts before its lines. */
  readonly source: string;
  /** The block with its fences. */
  readonly span: Span;
}

/** The first fenced `yml`, `yaml` or `sigma` block that has a `detection`, `logsource` or `correlation`, also inside of callouts. */
export function sigmaBlockOf(note: ParsedNote): SigmaBlock | undefined {
  for (const node of nodesOf(note.tree)) {
    if (node.type !== 'code' || !isSigma(node)) continue;
    return { source: node.value, span: spanOf(node), lineOffsets: codeLineOffsets(node, note.file.text) };
  }
  return undefined;
}

function isSigma({ lang, value }: Code): boolean {
  return /^(?:ya?ml|sigma)$/i.test(lang ?? '') && /^[ \t]*(?:detection|logsource|correlation)[ \t]*:/m.test(value);
}
