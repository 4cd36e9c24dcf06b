import type { Span } from '../source/index.ts';
import type { PropertyNode, RegexNode } from './ast.ts';
import type { Corpus } from './corpus.ts';
import type { ReportProblem } from './problem.ts';
import type { Rows } from './rows.ts';
import { cpuTime } from './regex.ts';
import type { Pattern } from './regex.ts';

/** The note that an embedded search stands in; it sees it without the lines of its own block (A2.5). */
export interface Host {
  /** Index of the note. */
  readonly note: number;
  /** The lines of the block. */
  readonly hidden: Span;
}

/** One evaluation of a query, with what it may still spend. */
export interface Run {
  readonly corpus: Corpus;
  readonly host: Host | undefined;
  readonly report: ReportProblem;
  /** What was found for a property or tag expression: within scopes they are asked for again and again. */
  readonly propertyNotes: Map<PropertyNode, { readonly matchCase: boolean; readonly notes: Rows }>;
  readonly tagKeys: Map<RegexNode, ReadonlySet<string>>;
  /** Milliseconds of CPU left for regular expressions. */
  regexTime: number;
  /** Characters left to be looked at. */
  characters: number;
  /** Something was too slow: it is reported, and the rows found are no answer. */
  isStopped: boolean;
}

/** What every query may spend on regular expressions, and what it may besides for so many characters of the vault. */
const REGEX_TIME = 1000;
const CHARACTERS_A_MILLISECOND = 10_000;
/** About four seconds' worth: eight hundred words that are nowhere, in a vault of ten megabytes. */
const CHARACTERS = 8_000_000_000;
/** What all searches of one note may spend together: some seconds' worth, or that of so many words, if that is more. */
const CHARACTERS_OF_A_NOTE = 10_000_000_000;
const WORDS_OF_A_NOTE = 1_000;
/** Each search of a note that was stopped leaves the next ones of that note a quarter, down to this. */
const FEWEST_CHARACTERS = 4_000_000;

/**
 * The run that looks for the places of an answer's rows. The blocks of a note have as much together as one search: what
 * one of them shows does not hang on which others are shown before it.
 */
export function startPlacesRun(corpus: Corpus, host: Host | undefined): Run {
  const run = startRun(corpus, () => undefined, host);
  const blocks = host === undefined ? 1 : (corpus.notes[host.note]?.queries.length ?? 1);
  return { ...run, characters: CHARACTERS / Math.max(1, blocks), regexTime: run.regexTime / Math.max(1, blocks) };
}

/** Starts an evaluation with a full allowance. */
export function startRun(corpus: Corpus, report: ReportProblem, host?: Host): Run {
  const regexTime = REGEX_TIME + corpus.characters() / CHARACTERS_A_MILLISECOND;
  return {
    corpus,
    host,
    report,
    propertyNotes: new Map(),
    tagKeys: new Map(),
    regexTime,
    characters: Math.max(FEWEST_CHARACTERS, CHARACTERS / 4 ** (corpus.stopped.get(host?.note) ?? 0)),
    isStopped: false,
  };
}

/**
 * Evaluates for the note that a search stands in: what it spends is taken from what all searches of that note may
 * spend, and with nothing left the run stops at the first term that reads text. Searches of nobody have no such limit.
 */
export function chargedToNote<T>(run: Run, evaluateSearch: () => T): T {
  const { corpus, host } = run;
  if (host === undefined) return evaluateSearch();
  const spent = corpus.spent.get(host.note) ?? 0;
  if (spent >= Math.max(CHARACTERS_OF_A_NOTE, WORDS_OF_A_NOTE * corpus.characters())) run.characters = -1;
  const before = run.characters;
  const found = evaluateSearch();
  corpus.spent.set(host.note, spent + before - run.characters);
  return found;
}

/** What all searches of one note may list together, or so many times as many as there are notes, if that is more. */
const MOST_ROWS = 100_000;
const MOST_ROWS_A_NOTE = 5;
/** What the searches of all notes list together before each further note may list no more than the fewest, or so many times the notes. */
const MOST_ROWS_OF_ALL = 500_000;
const FEWEST_ROWS = 200;

/**
 * Counts the rows of an answer for the note that its search stands in. Where they are more than it may still list, the
 * run is stopped, they are reported, and none of them is counted.
 */
export function countRows(run: Run, rows: number, search: Span): void {
  const { corpus, host } = run;
  if (host === undefined || run.isStopped) return;
  const limit = mostRows(corpus);
  const given = (corpus.given.get(host.note) ?? 0) + rows;
  if (given <= limit) {
    corpus.given.set(host.note, given).set(undefined, rowsOfAll(corpus) + rows);
    return;
  }
  run.report('query/too-many-results', search, { count: rows, limit });
  run.isStopped = true;
}

function mostRows(corpus: Corpus): number {
  const notes = corpus.notes.length;
  const areMany = rowsOfAll(corpus) >= Math.max(MOST_ROWS_OF_ALL, FEWEST_ROWS * notes);
  return areMany ? FEWEST_ROWS : Math.max(MOST_ROWS, MOST_ROWS_A_NOTE * notes);
}

function rowsOfAll(corpus: Corpus): number {
  return corpus.given.get(undefined) ?? 0;
}

/** The text of a note as this run sees it, in lower case unless case matters. */
export function textOfNote(run: Run, note: number, matchCase: boolean): string {
  const { corpus, host } = run;
  if (host?.note !== note) return matchCase ? corpus.text(note) : corpus.lowerText(note);
  const text = corpus.text(note);
  return matchCase
    ? corpus.hosts.without(text, host.hidden)
    : corpus.hosts.lowerWithout(text, corpus.lowerText(note), host.hidden);
}

/** Counts characters looked at for a term; stops the run when they are used up. */
export function spend(run: Run, characters: number, term: Span): void {
  run.characters -= characters;
  if (run.characters < 0) stop(run, term, 'this search');
}

/** Where places are looked for, and how many. */
export interface PlacesWanted {
  readonly subject: string;
  readonly places: number;
}

/** A regular expression of a query and what it is tested on. */
export interface PatternTest {
  readonly pattern: Pattern;
  readonly subjects: readonly string[];
  /** Where it stands in the query. */
  readonly span: Span;
}

/** The first places of a regular expression in a text, at most so many; none when it takes too long. */
export function findPattern(run: Run, pattern: Pattern, { subject, places }: PlacesWanted): readonly Span[] {
  if (run.isStopped) return [];
  const start = cpuTime();
  const limits = { places, milliseconds: run.regexTime, host: run.host?.note };
  const found = run.corpus.regex.find(pattern, subject, limits);
  run.regexTime -= cpuTime() - start;
  return found ?? [];
}

/** Which subjects a regular expression matches; none, with the run stopped, when it takes too long. */
export function testPattern(run: Run, { pattern, subjects, span }: PatternTest): Uint8Array {
  if (subjects.length === 0 || run.isStopped) return new Uint8Array(subjects.length);
  const start = cpuTime();
  const hits = run.corpus.regex.test(pattern, subjects, { milliseconds: run.regexTime, host: run.host?.note });
  run.regexTime -= cpuTime() - start;
  if (hits === undefined) stop(run, span, `the regular expression /${pattern.source}/`);
  return hits ?? new Uint8Array(subjects.length);
}

function stop(run: Run, span: Span, what: string): void {
  if (run.isStopped) return;
  const { corpus, host } = run;
  corpus.stopped.set(host?.note, (corpus.stopped.get(host?.note) ?? 0) + 1);
  run.report('query/too-slow', span, { what });
  run.isStopped = true;
}
