import type { Code, Root } from 'mdast';
import type { Span } from '../../source/index.ts';
import type { Reporter } from '../reporter.ts';
import { createFenceTracker } from './fence-tracker.ts';

/** Characters that are read as Markdown: some seconds' work. Longer notes are exports of other programs. */
const MAX_CHARACTERS = 1_000_000;
/** Lines that are read, each a block in the worst case; of code, which is quicker, so many times as many. */
const MAX_LINES = 20_000;
const CODE_LINES = 4;
/** Cells of all tables together: a row has as many as its table has columns, whatever is written in it. */
const MAX_CELLS = 30_000;

const DELIMITERS = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
const PREFIX = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*/;

/** What of a note is read as Markdown, and what puts the rest into the tree of it. */
export interface CutNote {
  readonly text: string;
  readonly restore: (tree: Root) => void;
}

/**
 * The part of a note that can be read in some seconds: whole lines from the start. `restore` adds the rest to the
 * tree as code, which is shown as it is written. Reports where the note is cut.
 *
 * @param from Where the body begins.
 */
export function cutLongNote(text: string, from: number, reporter: Reporter): CutNote {
  const mayBeLong = text.length - from > MAX_LINES || text.includes('|');
  const cut = mayBeLong ? cutOf(text, from) : undefined;
  if (cut === undefined) return { text, restore: () => undefined };
  reporter.report('parse/too-long', { start: cut.at, end: cut.at }, { limit: cut.limit, what: cut.what });
  return { text: text.slice(0, cut.at), restore: (tree) => addRest(tree, text, { start: cut.at, end: text.length }) };
}

interface Cut {
  readonly at: number;
  readonly limit: number;
  readonly what: 'characters' | 'lines' | 'table cells';
}

function cutOf(text: string, from: number): Cut | undefined {
  const counter = new LineCounter();
  for (let start = from; start < text.length;) {
    const eol = text.indexOf('\n', start);
    const end = eol === -1 ? text.length : eol + 1;
    if (end - from > MAX_CHARACTERS) {
      // A line that is itself most of what is read is cut in two.
      const at = start - from < MAX_CHARACTERS / 2 ? from + MAX_CHARACTERS : start;
      return { at, limit: MAX_CHARACTERS, what: 'characters' };
    }
    const full = counter.add(text.slice(start, end).trimEnd());
    if (full !== undefined) return { at: start, ...full };
    start = end;
  }
  return undefined;
}

class LineCounter {
  private readonly fences = createFenceTracker();
  private lines = 0;
  private cells = 0;
  /** Columns of the table that the current line stands in; 0 outside tables. */
  private columns = 0;
  private isAfterText = false;

  /** Counts a line without its end; gives the limit that it is beyond. */
  add(line: string): Omit<Cut, 'at'> | undefined {
    const prefix = PREFIX.exec(line)?.[0] ?? '';
    const isCode = this.fences.next(prefix, line.slice(prefix.length));
    this.lines += isCode ? 1 / CODE_LINES : 1;
    if (this.lines > MAX_LINES) return { limit: MAX_LINES, what: 'lines' };
    this.countCells(line, isCode || line.length === prefix.length);
    return this.cells > MAX_CELLS ? { limit: MAX_CELLS, what: 'table cells' } : undefined;
  }

  private countCells(line: string, endsTable: boolean): void {
    if (endsTable) this.columns = 0;
    else if (this.columns === 0 && this.isAfterText && line.includes('-') && DELIMITERS.test(line)) {
      this.columns = line.split('|').length;
    }
    this.cells += this.columns;
    this.isAfterText = !endsTable;
  }
}

function addRest(tree: Root, text: string, { start, end }: Span): void {
  const line = text.slice(0, start).split('\n').length;
  const rest: Code = {
    type: 'code',
    value: text.slice(start, end),
    position: {
      start: { line, column: 1, offset: start },
      end: { line: line + text.slice(start, end).split('\n').length - 1, column: 1, offset: end },
    },
  };
  tree.children.push(rest);
}
