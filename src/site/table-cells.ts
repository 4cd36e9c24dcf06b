import type { Cell, Table } from '../render/index.ts';
import { levelRank } from './levels.ts';

/** What a cell says in `data-sort`: its own sort value, its level's rank, or nothing where its text serves. */
export function sortValue({ sort, level }: Cell): string | number | undefined {
  return sort ?? (level === undefined ? undefined : levelRank(level));
}

/** The width of a column: room for this many characters, or so many shares of what the others leave. */
export type ColumnWidth = Characters | Shares;

/** Where a table stands: beside an article's facts, or on a page that lists, which has more room. */
export type TablePlace = 'article' | 'list';

type Characters = (typeof WIDTHS)[number];
type Shares = `${1 | 2 | 3}fr`;

const WIDTHS = [8, 10, 12, 14, 16, 20] as const;
/** What each is in styles/table-columns.css, in rem. */
const REM = { 8: 5.5, 10: 6.5, 12: 7.5, 14: 8.5, 16: 9.5, 20: 11.5 } as const;

/** The least widths of tables, in rem; under it the table's box scrolls sideways. Each has a class in styles/tables.css. */
const LEAST = [20, 30, 40, 48, 58, 68] as const;
/** The most of them: what a screen of 1,440 px with a scrollbar leaves to a table. */
const MOST: Readonly<Record<TablePlace, number>> = { article: 48, list: 68 };
/** Tables of so few columns fit the screen of a phone, and leave most of it to their texts. */
const FEW_COLUMNS = 3;
const MOST_OF_FEW = 10;

/**
 * Widths that hold most texts of each column, for tables so long that their rows are laid out in groups, those in sight alone
 * (styles/table-columns.css). The widest column, or each that is wider than any width, takes its shares of the rest.
 */
export function columnWidths({ columns, rows }: Table): readonly ColumnWidth[] {
  const lengths = columns.map(({ label }, index) => {
    const needed = charactersNeeded(rows.flatMap((cells) => cells[index] ?? []));
    return Math.max(needed, label.length + SORT_MARK);
  });
  const widest = Math.max(...lengths);
  const widths = columns.length > FEW_COLUMNS ? WIDTHS : WIDTHS.filter((width) => width <= MOST_OF_FEW);
  return lengths.map((length): ColumnWidth => {
    const fixed = length === widest ? undefined : widths.find((width) => width >= length);
    return fixed ?? `${sharesOf(length)}fr`;
  });
}

/** The classes of a table with such columns: that it is long, the width of each, and the least width of all. */
export function longTableClasses(widths: readonly ColumnWidth[], place: TablePlace): readonly string[] {
  const columns = widths.map((width, index) => `c${String(index + 1)}-${String(width)}`);
  return ['long', `least-${String(leastWidth(widths, place))}`, ...columns];
}

/** For how many characters each column has room on a line in a table of such a width in rem, or at its narrowest. */
export function roomsOf(widths: readonly ColumnWidth[], place: TablePlace, width = 0): readonly number[] {
  const { fixed, shares } = sumOf(widths);
  const rest = (Math.max(width, leastWidth(widths, place)) - fixed) / shares;
  const rem = widths.map((width) => (typeof width === 'number' ? REM[width] : rest * sharesIn(width)));
  return rem.map((room) => Math.max(1, Math.floor((room - BETWEEN) / REM_PER_LETTER)));
}

/** Room for most texts in a line, for most of the others in some lines, and for any word but the longest. */
function charactersNeeded(cells: readonly Cell[]): number {
  const lengths = cells.map(({ text, level }) => text.length + (level === undefined ? 0 : LEVEL_MARK));
  lengths.sort((a, b) => a - b);
  const most = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const inLines = Math.ceil((lengths.at(-1) ?? 0) / MOST_LINES);
  const word = cells.reduce((longest, { text }) => Math.max(longest, longestWord(text)), 0);
  return Math.max(most, Math.min(inLines, Math.max(...WIDTHS)), Math.min(word, LONG_WORD));
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => word.length));
}

// More for longer texts, but less than in proportion: a line more costs a long text less than a short one.
function sharesOf(length: number): 1 | 2 | 3 {
  if (length > 50) return 3;
  return length > 20 ? 2 : 1;
}

function sharesIn(width: Shares): number {
  return Number.parseInt(width, 10);
}

function leastWidth(widths: readonly ColumnWidth[], place: TablePlace): number {
  if (widths.length <= FEW_COLUMNS) return LEAST[0];
  const { fixed, shares } = sumOf(widths);
  const needed = Math.min(MOST[place], fixed + shares * REM_PER_SHARE);
  return LEAST.find((least) => least >= needed) ?? MOST[place];
}

/** The rem of the columns of known width, and the shares of the others. */
function sumOf(widths: readonly ColumnWidth[]): { readonly fixed: number; readonly shares: number } {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    fixed: sum(widths.map((width) => (typeof width === 'number' ? REM[width] : 0))),
    shares: sum(widths.map((width) => (typeof width === 'number' ? 0 : sharesIn(width)))),
  };
}

// What a share still needs, in rem: words, if not texts, stay in one line.
const REM_PER_SHARE = 4.5;
/** The space between columns, in rem, with the room of a letter, and what one takes at the most of a line of many. */
const BETWEEN = 1.4;
const REM_PER_LETTER = 0.5;

const MOST_LINES = 3;
const LONG_WORD = 14;

// In characters: the mark of sorting beside a column's label, and a level's beside its word.
const SORT_MARK = 2;
const LEVEL_MARK = 1;
