import type { Cell, Table } from '../render/index.ts';
import { roomsOf, type ColumnWidth, type TablePlace } from './table-cells.ts';

type Row = readonly Cell[];

/** What browsers take a group that is out of sight to be high, in rem (styles/table-columns.css). */
const GROUP_HEIGHT = 100;
/** How far it is filled: a line or two that was not reckoned with has room. */
const FILLED = 97;
/** What a table has at least, in rem, on screens wider than a tablet held upright (56 rem) and on desktops (90 rem). */
const SCREENS = {
  wide: { article: 34, list: 52 },
  widest: { article: 48, list: 68 },
} as const satisfies Record<string, Readonly<Record<TablePlace, number>>>;

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
 * The classes of a table whose groups browsers take for lower on wide screens, where its texts need fewer lines; none where
 * that makes no difference. Rounded up to tens of rem (styles/table-columns.css).
 */
export function wideClasses(groups: readonly (readonly Row[])[], { widths, place }: Columns): readonly string[] {
  if (groups.length === 0) return [];
  return Object.entries(SCREENS).flatMap(([screen, least]) => {
    const rooms = roomsOf(widths, place, least[place]);
    const heights = groups.map((rows) => rows.reduce((sum, row) => sum + heightOf(row, rooms), 0));
    const height = Math.ceil(Math.max(...heights) / 10) * 10;
    return height < GROUP_HEIGHT ? [`${screen}-${String(height)}`] : [];
  });
}

function heightOf(row: Row, rooms: readonly number[]): number {
  const lines = row.map(({ text }, index) => linesOf(text, rooms[index] ?? Infinity));
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
