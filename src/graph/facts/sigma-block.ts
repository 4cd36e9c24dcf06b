import type { Code, Nodes } from 'mdast';
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

/**
 * The fenced `yml`, `yaml` or `sigma` blocks that have a `detection`, `logsource` or `correlation`: the first is the note's
 * rule, which may stand in a callout. What else stands in a callout or quote is said beside the text: it
 * counts only where the rule itself stands in one.
 */
export function sigmaBlocksOf(note: ParsedNote): readonly SigmaBlock[] {
  const asides = new Set<Nodes>();
  const found: Code[] = [];
  for (const node of nodesOf(note.tree)) {
    const isAside = asides.has(node) || node.type === 'callout' || node.type === 'blockquote';
    if (isAside && 'children' in node) for (const child of node.children) asides.add(child);
    if (isSigma(node)) found.push(node);
  }
  const [first] = found;
  const peers = first !== undefined && asides.has(first) ? found : found.filter((node) => !asides.has(node));
  return peers.map((node) => blockOf(node, note));
}

function blockOf(node: Code, { file }: ParsedNote): SigmaBlock {
  return { source: node.value, span: spanOf(node), lineOffsets: codeLineOffsets(node, file.text) };
}

function isSigma(node: Nodes): node is Code {
  if (node.type !== 'code') return false;
  const { lang, value } = node;
  return /^(?:ya?ml|sigma)$/i.test(lang ?? '') && /^[ \t]*(?:detection|logsource|correlation)[ \t]*:/m.test(value);
}
