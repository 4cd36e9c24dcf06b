import type { QueryNode } from './ast.ts';
import type { Corpus } from './corpus.ts';
import { countNotes } from './describe.ts';
import { evaluate } from './evaluate.ts';
import { partsOf, sentenceOf } from './meaning.ts';
import { parseQuery } from './parser.ts';
import { startRun } from './run.ts';
import type { Run } from './run.ts';
import { wholeNotes } from './space.ts';

/** More parts than are counted one by one. */
const MOST_PARTS = 200;

/**
 * What a search means, in plain sentences, one a line: the whole first, then its parts, each with
 * the number of notes that meet it on its own. A malformed search is explained by its mistakes.
 */
export function explainQuery(text: string, corpus: Corpus): string {
  const { ast, problems } = parseQuery(text);
  if (ast === undefined) {
    return problems
      .map(({ position, message }) => `${String(position.line)}:${String(position.column)} ${message}`)
      .join('\n');
  }
  const run = startRun(corpus, () => undefined);
  const lines: string[] = [];
  explainNode(run, ast, { depth: 0, lines });
  return lines.join('\n');
}

interface Outline {
  readonly depth: number;
  readonly lines: string[];
}

function explainNode(run: Run, node: QueryNode, { depth, lines }: Outline): void {
  if (lines.length >= MOST_PARTS) {
    if (lines.at(-1) !== '…') lines.push('…');
    return;
  }
  const count = evaluate(node, run.corpus.all, wholeNotes(run)).length;
  const known = run.isStopped ? 'too slow to count' : countNotes(count);
  const indent = depth === 0 ? '' : `${'  '.repeat(Math.min(depth, 20) - 1)}- `;
  lines.push(`${indent}${sentenceOf(node)}: ${known}`);
  for (const part of partsOf(node)) explainNode(run, part, { depth: depth + 1, lines });
}
