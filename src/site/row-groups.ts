import type { Cell, Table } from '../render/index.ts';
import { roomsOf, type ColumnWidth } from './table-cells.ts';

type Row = readonly Cell[];

/** What browsers take a group that is out of sight to be high, in rem (styles/table-columns.css). */
const GROUP_HEIGHT = 100;

/**
 * The rows of a long table in groups, each a `tbody` that browsers lay out once it comes near the screen. A group has as many
 * rows as fit the height that it is taken for where the table is at its narrowest: were it higher, its last rows would lie
 * upon the next ones until they come into sight.
 */
export function rowGroups({ rows }: Table, widths: readonly ColumnWidth[]): readonly (readonly Row[])[] {
  const rooms = roomsOf(widths);
  const groups: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    const height = heightOf(row, rooms);
    if (left < height) {
      groups.push([]);
      left = GROUP_HEIGHT;
    }
    left -= height;
    groups.at(-1)?.push(row);
  }
  return groups;
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
