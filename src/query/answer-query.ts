import type { ParsedNote, QueryBlock } from '../parse/index.ts';
import type { Span } from '../source/index.ts';
import type { Answer, ResultRow } from './answer.ts';
import type { QueryNode } from './ast.ts';
import { checkQuery } from './check.ts';
import type { Corpus } from './corpus.ts';
import { emptyReason } from './empty-reason.ts';
import { evaluate } from './evaluate.ts';
import { parseQuery } from './parser.ts';
import { placesOf } from './places.ts';
import { collectProblems } from './problem.ts';
import type { Rows } from './rows.ts';
import { chargedToNote, countRows, startPlacesRun, startRun } from './run.ts';
import type { Host, Run } from './run.ts';
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
  const host = options.host === undefined ? undefined : hostOf(corpus, options.host);
  const run = startRun(corpus, collector.report, host);
  const rows = chargedToNote(run, () => findRows(text, ast, run));
  countRows(run, rows.length, ast.span);
  if (run.isStopped) return { kind: 'malformed', problems: collector.problems() };
  checkQuery(ast, corpus, collector.report);
  let placesRun: Run | undefined;
  const places = (note: number): readonly Span[] => placesOf((placesRun ??= startPlacesRun(corpus, host)), ast, note);
  let reason: { readonly words: string } | undefined;
  return {
    kind: 'rows',
    rows: rows.map((note) => new FoundRow(corpus, note, places)),
    warnings: collector.problems(),
    get emptyReason(): string | undefined {
      if (rows.length > 0) return undefined;
      reason ??= { words: emptyReason(ast, corpus, host) };
      return reason.words;
    },
  };
}

/** The rows of a whole search; they mean nothing when the run is stopped. */
function findRows(text: string, ast: QueryNode, run: Run): Rows {
  const { corpus, host } = run;
  const among = (rows: Rows): Rows | undefined => {
    const found = evaluate(ast, rows, wholeNotes(run));
    return run.isStopped ? undefined : found;
  };
  return (host === undefined ? among(corpus.all) : corpus.shared.find({ text, host: host.note, among })) ?? [];
}

/** A row whose places are found when they are first asked for. The searches of a vault have tens of thousands. */
class FoundRow implements ResultRow {
  readonly note: ParsedNote;
  readonly #index: number;
  readonly #find: (note: number) => ResultRow['matches'];
  #matches: ResultRow['matches'] | undefined;

  constructor(corpus: Corpus, index: number, find: (note: number) => ResultRow['matches']) {
    const note = corpus.notes[index];
    if (note === undefined) throw new RangeError(`no note has the index ${String(index)}`);
    this.note = note;
    this.#index = index;
    this.#find = find;
  }

  get matches(): ResultRow['matches'] {
    return (this.#matches ??= this.#find(this.#index));
  }
}

function hostOf(corpus: Corpus, { note, block }: NonNullable<AnswerOptions['host']>): Host | undefined {
  const index = corpus.indexOf(note.file.path);
  return index === undefined ? undefined : { note: index, hidden: block.span };
}
