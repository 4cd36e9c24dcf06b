import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { NoteNode, ResolvedBlock } from '../../graph/index.ts';
import type { QueryProblem } from '../../query/index.ts';
import type { Span } from '../../source/index.ts';
import { isFolded, listResults } from './query-results.ts';
import type { Result } from './query-results.ts';
import { countKey } from './scope.ts';
import type { Scope } from './scope.ts';

/** A row of results counts as so many characters against what a page may embed. */
const ROW_SIZE = 200;

/**
 * A query block with its answer: the search and the count above the results; why there are none;
 * or what is wrong with the search. Source of the marks: the interface document, "Marks in the HTML".
 */
export function queryToHast({ note, block, answer }: ResolvedBlock, scope: Scope): Element {
  const marks = { dataPath: note.file.path, dataLine: block.line };
  if (answer.kind === 'malformed') {
    return h('section.query-block', marks, problems(block.source, answer.problems));
  }
  const results = answer.rows.flatMap((row): readonly Result[] => {
    const node = scope.tools.world.noteAt(row.note.file.path);
    return node === undefined ? [] : [{ node, row }];
  });
  if (scope.embeddedAt !== undefined) scope.page.embeddedSize += results.length * ROW_SIZE;
  const header = h('header', [h('code', onOneLine(block.source)), ' ', h('b', countText(results))]);
  const body =
    results.length === 0
      ? [emptyText(answer.emptyReason)]
      : listResults(results, `Search results: ${countText(results)}`, scope);
  scope.page.counts.set(countKey(marks), results.length);
  return h('section.query-block', { ...marks, dataFolded: isFolded(results.length) ? '' : undefined }, [
    header,
    ...body,
  ]);
}

const NOUNS = { technique: 'technique', rule: 'rule', runbook: 'runbook', page: 'note' } as const satisfies Record<
  NoteNode['kind'],
  string
>;

function countText(results: readonly Result[]): string {
  const [first] = results;
  if (first === undefined) return 'no results';
  const noun = results.every(({ node }) => node.kind === first.node.kind) ? NOUNS[first.node.kind] : 'note';
  return `${results.length} ${noun}${results.length === 1 ? '' : 's'}`;
}

function emptyText(reason: string | undefined): Element {
  return h('p.empty', sentence(reason ?? 'no note that is published here matches'));
}

/** A longer search is shown once, and of it around each mistake so much on either side. */
const LONGEST_SHOWN = 2_000;
const AROUND = 100;
const MISTAKEN = { tabIndex: 0, role: 'group', ariaLabel: 'Search with a mistake' } as const;

function problems(source: string, found: readonly QueryProblem[]): Element[] {
  const isLong = source.length > LONGEST_SHOWN;
  const shown = found.map((problem) => {
    const { text, shift } = isLong ? around(source, problem.span.start) : { text: source, shift: 0 };
    const span = { start: problem.span.start - shift, end: problem.span.end - shift };
    const parts: ElementContent[] = [h('p', sentence(problem.message)), h('pre', MISTAKEN, pointAt(text, span))];
    if (problem.hint !== undefined) parts.push(h('p.hint', sentence(problem.hint)));
    return h('div.problem', parts);
  });
  return isLong ? [h('pre', MISTAKEN, source), ...shown] : shown;
}

/** A stretch of a text around a place, and how far it lies from the text's start. */
function around(text: string, place: number): { readonly text: string; readonly shift: number } {
  const shift = Math.max(0, place - AROUND);
  return { text: text.slice(shift, place + 2 * AROUND), shift };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** The search with carets under what the problem is about. */
function pointAt(source: string, span: Span): string {
  const lines = source.split('\n');
  const before = source.slice(0, span.start);
  const line = before.split('\n').length - 1;
  const column = before.length - (before.lastIndexOf('\n') + 1);
  const indent = (lines[line] ?? '').slice(0, column).replace(/[^\t]/gu, ' ');
  const rest = (lines[line] ?? '').length - column;
  const carets = '^'.repeat(Math.max(1, Math.min(span.end - span.start, rest)));
  return [...lines.slice(0, line + 1), indent + carets, ...lines.slice(line + 1)].join('\n');
}

function onOneLine(source: string): string {
  const lines = source.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}
