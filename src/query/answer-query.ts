import type { ParsedNote, QueryBlock } from '../parse/index.ts';
import type { Answer, ResultRow } from './answer.ts';
import type { QueryNode } from './ast.ts';
import { checkQuery } from './check.ts';
import type { Corpus } from './corpus.ts';
import { emptyReason } from './empty-reason.ts';
import { evaluate } from './evaluate.ts';
import { parseQuery } from './parser.ts';
import { placesOf } from './places.ts';
import { collectProblems } from './problem.ts';
import { chargedToNote, startRun } from './run.ts';
import type { HostText } from './run.ts';
import { wholeNotes } from './space.ts';

/** Where an embedded search stands. */
export interface AnswerOptions {
  /** The note that holds the block, and the block: its own lines are not searched (A2.5). */
  readonly host?: { readonly note: ParsedNote; readonly block: QueryBlock };
}

/**
 * Answers a search as the vault would. Never throws and always ends: a mistake, a search that
 * nests too deep and one that takes too long are problems of the answer. The places of a row and
 * the reason for no rows are found when they are first asked for.
 */
export function answerQuery(text: string, corpus: Corpus, options: AnswerOptions = {}): Answer {
  const { ast, problems } = parseQuery(text);
  if (ast === undefined) return { kind: 'malformed', problems };
  const collector = collectProblems(text);
  const host = options.host === undefined ? undefined : hostText(corpus, options.host);
  const run = startRun(corpus, collector.report, host);
  const rows = chargedToNote(run, () => evaluate(ast, corpus.all, wholeNotes(run)));
  if (run.isStopped) return { kind: 'malformed', problems: collector.problems() };
  checkQuery(ast, corpus, collector.report);
  let reason: { readonly words: string } | undefined;
  return {
    kind: 'rows',
    rows: rows.map((note) => resultRow(corpus, ast, { note, host })),
    warnings: collector.problems(),
    get emptyReason(): string | undefined {
      if (rows.length > 0) return undefined;
      reason ??= { words: emptyReason(ast, corpus, host) };
      return reason.words;
    },
  };
}

function resultRow(
  corpus: Corpus,
  ast: QueryNode,
  { note, host }: { readonly note: number; readonly host: HostText | undefined },
): ResultRow {
  const parsed = corpus.notes[note];
  if (parsed === undefined) throw new RangeError(`no note has the index ${String(note)}`);
  let matches: ResultRow['matches'] | undefined;
  return {
    note: parsed,
    get matches(): ResultRow['matches'] {
      return (matches ??= placesOf(
        startRun(corpus, () => undefined, host),
        ast,
        note,
      ));
    },
  };
}

/** The host's text with the block's lines blank, every other character in its place. */
function hostText(corpus: Corpus, { note, block }: NonNullable<AnswerOptions['host']>): HostText | undefined {
  const index = corpus.indexOf(note.file.path);
  if (index === undefined) return undefined;
  const { start, end } = block.span;
  const { text: original } = note.file;
  let text: string | undefined;
  let lowerText: string | undefined;
  const blank = (): string =>
    (text ??=
      original.slice(0, start) +
      original
        .slice(start, end)
        .split('\n')
        .map((line) => ' '.repeat(line.length))
        .join('\n') +
      original.slice(end));
  return {
    note: index,
    hidden: block.span,
    // A search for tags alone never asks for the text.
    get text(): string {
      return blank();
    },
    get lowerText(): string {
      return (lowerText ??= blank().toLowerCase());
    },
  };
}
