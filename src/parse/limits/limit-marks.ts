import type { Root } from 'mdast';
import type { Reporter } from '../reporter.ts';
import { createFenceTracker } from './fence-tracker.ts';
import { createStandIns } from './stand-ins.ts';

/** Marks that are read in one paragraph. Text that a person writes has hundreds at most; each may cost a walk through all. */
const MAX_MARKS = 5_000;

/** What may begin or end a construct inside text. Encoded blobs are made of others. */
const MARKS = /[!#$%&()*<=>[\\\]^_`|~-]/g;
/** Every sign of ASCII that the Markdown parser may look at. */
const SIGNS = /[!-/:-@[-`{-~]/g;
const PREFIX = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*/;
/** Lines that begin a stretch of text of their own. */
const OWN_STRETCH = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|[|#])/;

/** A text for the Markdown parser, and what undoes the change in the tree that is made of it. */
export interface MarkedText {
  readonly text: string;
  /** Where in the note marks are hidden from on, ascending; each is reported. */
  readonly cuts: readonly number[];
  readonly restore: (tree: Root) => void;
}

/**
 * Bounds how many marks a paragraph holds: all beyond the limit are hidden from the Markdown parser, one character for
 * another, so that all places stay. `restore` puts them back into the tree, where they are text. Reports where each
 * such paragraph is no longer read.
 *
 * @param from Where the body begins.
 */
export function limitMarks(text: string, from: number, reporter: Reporter): MarkedText {
  if (text.length - from <= MAX_MARKS) return { text, cuts: [], restore: () => undefined };
  const cuts = findCuts(text, from);
  if (cuts.length === 0) return { text, cuts: [], restore: () => undefined };
  const standIns = createStandIns(text);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, isFirst } of cuts) {
    parts.push(text.slice(done, start), text.slice(start, end).replace(SIGNS, standIns.hide));
    done = end;
    if (isFirst) reporter.report('parse/too-many-marks', { start, end: start }, { limit: MAX_MARKS });
  }
  parts.push(text.slice(done));
  const firsts = cuts.filter(({ isFirst }) => isFirst).map(({ start }) => start);
  return { text: parts.join(''), cuts: firsts, restore: standIns.restore };
}

interface Cut {
  readonly start: number;
  readonly end: number;
  /** Whether it is the first of its paragraph. */
  readonly isFirst: boolean;
}

function findCuts(text: string, from: number): readonly Cut[] {
  const cuts: Cut[] = [];
  const fences = createFenceTracker();
  let marks = 0;
  for (let start = from; start < text.length;) {
    const eol = text.indexOf('\n', start);
    const end = eol === -1 ? text.length : eol;
    const line = text.slice(start, end);
    const prefix = PREFIX.exec(line)?.[0] ?? '';
    const isCode = fences.next(prefix, line.slice(prefix.length).trimEnd());
    if (isCode || line.length === prefix.length || OWN_STRETCH.test(line)) marks = 0;
    const before = marks;
    if (!isCode) marks += line.match(MARKS)?.length ?? 0;
    if (marks > MAX_MARKS) {
      const at = before > MAX_MARKS ? 0 : placeOfMark(line, MAX_MARKS - before);
      cuts.push({ start: start + at, end, isFirst: before <= MAX_MARKS });
    }
    start = end + 1;
  }
  return cuts;
}

/** Where the mark stands that follows so many others. */
function placeOfMark(line: string, marks: number): number {
  let left = marks;
  for (const { index } of line.matchAll(MARKS)) {
    if (left === 0) return index;
    left -= 1;
  }
  return line.length;
}
