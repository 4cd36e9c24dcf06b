import type { Cell, Table } from '../render/index.ts';
import { levelRank } from './levels.ts';

/** What a cell says in `data-sort`: its own sort value, its level's rank, or nothing where its text serves. */
export function sortValue({ sort, level }: Cell): string | number | undefined {
  return sort ?? (level === undefined ? undefined : levelRank(level));
}

/** The width of a column: room for this many characters, or what the others leave. */
export type ColumnWidth = (typeof WIDTHS)[number] | 'rest';

const WIDTHS = [8, 12, 16, 20, 26, 32] as const;
/** What each is in styles/table-columns.css, in rem. */
const REM = { 8: 6, 12: 8, 16: 10, 20: 12.5, 26: 15.5, 32: 18.5 } as const;

/**
 * Widths that hold most texts of each column, for tables so long that their rows are laid out in groups, those in sight alone
 * (styles/table-columns.css). The widest column, or each that is wider than any width, takes the rest.
 */
export function columnWidths({ columns, rows }: Table): readonly ColumnWidth[] {
  const lengths = columns.map(({ label }, index) => {
    const texts = rows.map((cells) => cells[index]?.text.length ?? 0).sort((a, b) => a - b);
    const most = texts[Math.floor(texts.length * 0.95)] ?? 0;
    return Math.max(most, label.length + SORT_MARK);
  });
  const widest = Math.max(...lengths);
  return lengths.map((length) => (length === widest ? 'rest' : (WIDTHS.find((width) => width >= length) ?? 'rest')));
}

/** The classes of a table with such columns: that it is long, the width of each, and the least width of all. */
export function longTableClasses(widths: readonly ColumnWidth[]): readonly string[] {
  const columns = widths.map((width, index) => `c${String(index + 1)}-${String(width)}`);
  return ['long', `least-${String(leastWidth(widths))}`, ...columns];
}

/** For how many characters each column has room on a line, where the table is at its narrowest. */
export function roomsOf(widths: readonly ColumnWidth[]): readonly number[] {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === 'rest' ? 0 : REM[width]), 0);
  const rest = (leastWidth(widths) - fixed) / widths.filter((width) => width === 'rest').length;
  return widths.map((width) => Math.floor(((width === 'rest' ? rest : REM[width]) - BETWEEN) / REM_PER_LETTER));
}

// In rem, rounded up to tens up to 80: under it the table's box scrolls sideways.
function leastWidth(widths: readonly ColumnWidth[]): number {
  const characters = widths.reduce<number>((sum, width) => sum + (width === 'rest' ? REST : width), 0);
  return Math.min(80, Math.ceil((characters * REM_PER_CHARACTER) / 10) * 10);
}

// What a column that takes the rest still needs, in characters.
const REST = 30;
// Of the table's type, with the space between columns.
const REM_PER_CHARACTER = 0.62;
/** The space between columns, in rem, and what a letter of the table's type takes at the most of a line of many. */
const BETWEEN = 0.9;
const REM_PER_LETTER = 0.5;

// The mark of sorting beside a column's label, in characters.
const SORT_MARK = 2;
