import type { Cell, Table } from '../render/index.ts';
import { levelRank } from './levels.ts';

/** What a cell says in `data-sort`: its own sort value, its level's rank, or nothing where its text serves. */
export function sortValue({ sort, level }: Cell): string | number | undefined {
  return sort ?? (level === undefined ? undefined : levelRank(level));
}

/** The width of a column: room for this many characters, or what the others leave. */
export type ColumnWidth = (typeof WIDTHS)[number] | 'rest';

const WIDTHS = [8, 12, 16, 20, 26, 32] as const;

/**
 * Widths that hold most texts of each column, for tables so long that their rows are laid out one by one, those in sight alone
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

// In rem, rounded up to tens up to 80: under it the table's box scrolls sideways.
function leastWidth(widths: readonly ColumnWidth[]): number {
  const characters = widths.reduce<number>((sum, width) => sum + (width === 'rest' ? REST : width), 0);
  return Math.min(80, Math.ceil((characters * REM_PER_CHARACTER) / 10) * 10);
}

// What a column that takes the rest still needs, in characters.
const REST = 30;
// Of the table's type, with the space between columns.
const REM_PER_CHARACTER = 0.62;

// The mark of sorting beside a column's label, in characters.
const SORT_MARK = 2;
