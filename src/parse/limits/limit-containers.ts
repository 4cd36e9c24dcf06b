import type { Root } from 'mdast';
import type { Span } from '../../source/index.ts';
import type { Reporter } from '../reporter.ts';
import { createFenceTracker } from './fence-tracker.ts';
import { createNesting } from './nesting.ts';
import { createStandIns } from './stand-ins.ts';

/** Marks of quotes and lists that one line may begin with. */
const MAX_LEVELS = 50;
/** The column, a tab counted as four, after which a mark is too deep whatever stands before it. */
const MAX_COLUMN = 4 * MAX_LEVELS;
/** Quotes and lists that may end in a note: each end costs the Markdown parser a walk through all before it. */
const MAX_ENDS = 1_000;
/** Those among them that end together with the one around them. */
const MAX_INNER_ENDS = 4_000;
/** Lines of one paragraph that may go on without the marks of the quote or list it began in: each costs a walk through it. */
const MAX_LAZY = 500;

const FOOTNOTE = '\\[\\^[^\\]\\s]{1,99}\\]:';
const LONG_PREFIX = new RegExp(`^(?:[ \\t>*+\\-\\d.)]|${FOOTNOTE}){${MAX_LEVELS}}`, 'm');
const PREFIX = new RegExp(`[ \\t>]*(?:(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]|${FOOTNOTE})[ \\t>]*)*`, 'y');
/** The characters that make marks of quotes, lists and footnotes. */
const MARKS = /[>*+\-.)[]/g;
/** Marks of lists and footnotes, which begin a block of their own on any line. */
const LIST_MARK = /[*+\-.)[]/;
const THEMATIC_BREAK = /^[ \t>]*([-*])(?:[ \t]*\1)*[ \t]*$/;

/** A text for the Markdown parser, and what undoes the change in the tree that is made of it. */
export interface LimitedText {
  readonly text: string;
  readonly restore: (tree: Root) => void;
}

/**
 * Bounds how deep quotes, lists and footnotes nest and how many there are, for either costs the Markdown
 * parser more than the text grows: marks beyond the limits are hidden from it, one character for
 * another, so that all places stay. `restore` puts them back into the tree, where they are text or
 * code. Reports the first mark of each kind that is lost.
 *
 * @param from Where the body begins.
 */
export function limitContainers(text: string, from: number, reporter: Reporter): LimitedText {
  if (!LONG_PREFIX.test(text) && !hasLines(text, MAX_ENDS)) return { text, restore: () => undefined };
  const standIns = createStandIns(text);
  const limiter = new Limiter(standIns.hide, reporter);
  for (let start = from; start <= text.length;) {
    const eol = text.indexOf('\n', start);
    const end = eol === -1 ? text.length : eol + 1;
    limiter.add(text.slice(start, end), start);
    start = eol === -1 ? text.length + 1 : end;
  }
  return { text: text.slice(0, from) + limiter.lines.join(''), restore: standIns.restore };
}

function hasLines(text: string, count: number): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && lines < count; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines >= count;
}

/** A line, its prefix of indentation and container marks apart. */
interface Line {
  readonly text: string;
  readonly prefix: string;
  readonly isBlank: boolean;
  readonly kind: 'prose' | 'code';
  readonly offset: number;
}

class Limiter {
  /** The lines so far, as the parser is to see them. */
  readonly lines: string[] = [];
  private readonly hide: (mark: string) => string;
  private readonly reporter: Reporter;
  private readonly fences = createFenceTracker();
  /** Ends are counted apart in what is taken for code, where hiding a mark does no harm. */
  private readonly ends = { prose: 0, code: 0 };
  private readonly innerEnds = { prose: 0, code: 0 };
  private readonly nesting = createNesting();
  /** The prefix that the containers of the next line are compared with. */
  private previous = '';
  /** The current run of lines without a blank one: where it begins, its deepest prefix, its lines with less. */
  private block = { start: 0, depth: 0, lazy: 0 };
  private readonly reported = new Set<string>();

  constructor(hide: (mark: string) => string, reporter: Reporter) {
    this.hide = hide;
    this.reporter = reporter;
  }

  add(text: string, offset: number): void {
    const line = this.read(text, offset);
    if (line.isBlank) this.block = { start: this.lines.length + 1, depth: 0, lazy: 0 };
    if (this.endsContainer(line)) this.ends[line.kind] += 1;
    this.innerEnds[line.kind] += this.nesting.endedBy(line);
    const seen = this.limit(line);
    this.lines.push(seen);
    if (this.isLazy(line) || seen !== text) this.block.lazy += 1;
    if (this.block.lazy > MAX_LAZY) this.hideBlock(line);
  }

  private isLazy({ prefix, isBlank }: Line): boolean {
    const { depth } = this.block;
    if (LIST_MARK.test(prefix)) this.block.depth = prefix.length;
    else if (prefix.includes('>')) this.block.depth = Math.max(depth, prefix.length);
    return !isBlank && prefix.length < depth && !LIST_MARK.test(prefix);
  }

  private read(text: string, offset: number): Line {
    PREFIX.lastIndex = 0;
    const prefix = PREFIX.exec(text)?.[0] ?? '';
    const rest = text.slice(prefix.length).trimEnd();
    const kind = this.fences.next(prefix, rest) ? 'code' : 'prose';
    return { text, prefix, isBlank: rest === '', kind, offset };
  }

  /** The line without marks that are too deep, or without any when too many containers have ended. */
  private limit(line: Line): string {
    const { text, prefix, kind, offset } = line;
    if (prefix.trim() === '') return text;
    const isTooMany = this.ends[kind] > MAX_ENDS || this.innerEnds[kind] > MAX_INNER_ENDS;
    const keep = isTooMany ? 0 : shallowLength(prefix);
    if (keep === prefix.length || THEMATIC_BREAK.test(text.trimEnd())) return text;
    if (kind === 'prose') this.report(isTooMany, { start: offset + keep, end: offset + prefix.length });
    return this.hidden(text, keep, prefix.length);
  }

  /** Hides all marks of the lines since the last blank one. */
  private hideBlock(line: Line): void {
    for (let index = this.block.start; index < this.lines.length; index += 1) {
      const text = this.lines[index] ?? '';
      PREFIX.lastIndex = 0;
      this.lines[index] = this.hidden(text, 0, PREFIX.exec(text)?.[0].length ?? 0);
    }
    this.block.start = this.lines.length;
    if (line.kind === 'prose') this.report(true, { start: line.offset, end: line.offset });
  }

  private hidden(text: string, from: number, to: number): string {
    return text.slice(0, from) + text.slice(from, to).replace(MARKS, this.hide) + text.slice(to);
  }

  /** True when quotes or lists of the line before may end with this one. */
  private endsContainer({ prefix, isBlank }: Line): boolean {
    const { previous } = this;
    if (isBlank && !prefix.includes('>')) {
      if (previous.includes('>')) this.previous = '';
      return previous.includes('>');
    }
    const indentation = prefix.length - prefix.trimStart().length;
    const hasMarks = indentation < prefix.length;
    const isInside = previous !== '' && indentation >= previous.length;
    if (!isInside || hasMarks) this.previous = prefix;
    if (isInside || previous.trim() === '') return false;
    return prefix !== previous || (LIST_MARK.test(prefix) && prefix.trim().length > 2);
  }

  private report(isTooMany: boolean, span: Span): void {
    const code = isTooMany ? 'parse/too-many-containers' : 'parse/too-deep';
    if (this.reported.has(code)) return;
    this.reported.add(code);
    this.reporter.report(code, span, { limit: isTooMany ? MAX_ENDS : MAX_LEVELS });
  }
}

/** How much of a prefix is not too deep. */
function shallowLength(prefix: string): number {
  let levels = 0;
  let column = 0;
  for (let index = 0; index < prefix.length; index += 1) {
    const character = prefix.charAt(index);
    column += character === '\t' ? 4 : 1;
    if (!'>*+-.)['.includes(character)) continue;
    levels += 1;
    if (levels > MAX_LEVELS || column > MAX_COLUMN) return index;
  }
  return prefix.length;
}
