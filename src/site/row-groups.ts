import type { Cell, Table } from '../render/index.ts';
import { roomsOf, type ColumnWidth, type TablePlace } from './table-cells.ts';

type Row = readonly Cell[];

/** What browsers take a group that is out of sight to be high, in rem (styles/table-columns.css). */
const GROUP_HEIGHT = 100;
/** How far it is filled: a line or two that was not reckoned with has room. */
const FILLED = 97;
/** What a table has at least on screens wider than a tablet held upright (56 rem), in rem. */
const WIDE: Readonly<Record<TablePlace, number>> = { article: 34, list: 52 };

/** The columns of a table and where it stands. */
export interface Columns {
  readonly widths: readonly ColumnWidth[];
  readonly place: TablePlace;
}

/**
 * The rows of a long table in groups, each a `tbody` that browsers lay out once it comes near the screen. A group has as many
 * rows as fit the height that it is taken for where the table is at its narrowest: were it higher, its last rows would lie
 * upon the next ones until they come into sight.
 */
export function rowGroups({ rows }: Table, { widths, place }: Columns): readonly (readonly Row[])[] {
  const rooms = roomsOf(widths, place);
  const groups: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    const height = heightOf(row, rooms);
    if (left < height) {
      groups.push([]);
      left = FILLED;
    }
    left -= height;
    groups.at(-1)?.push(row);
  }
  return groups;
}

/**
 * The class of a table whose groups browsers take for lower on wide screens, where its texts need fewer lines; nothing where
 * that makes no difference. Rounded up to tens of rem (styles/table-columns.css).
 */
export function wideClass(groups: readonly (readonly Row[])[], { widths, place }: Columns): string | undefined {
  const rooms = roomsOf(widths, place, WIDE[place]);
  const heights = groups.map((rows) => rows.reduce((sum, row) => sum + heightOf(row, rooms), 0));
  const height = Math.ceil(Math.max(...heights) / 10) * 10;
  return height < GROUP_HEIGHT ? `wide-${String(height)}` : undefined;
}

function heightOf(row: Row, rooms: readonly number[]): number {
  const lines = row.map(({ text, code }, index) => {
    const room = rooms[index] ?? Infinity;
    // Letters of the mono face have no narrow ones among them.
    return linesOf(text, code === true ? Math.max(1, room - 1) : room);
  });
  return PADDING + LINE * Math.max(1, ...lines);
}

/** How many lines a text takes, broken between words, in room for so many characters. */
function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room) {
      used = needed;
      continue;
    }
    // A word that is longer than a line is broken too.
    lines += used === 0 ? 0 : 1;
    lines += Math.ceil(word.length / room) - 1;
    used = word.length % room;
  }
  return lines;
}

// Of a row, in rem: as base.css has it, with its line beneath.
const LINE = 1.25;
const PADDING = 0.8;
