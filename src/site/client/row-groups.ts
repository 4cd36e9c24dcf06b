import { afterPaint } from './pieces.ts';

/** A group of rows: a table has one, a long table many (row-groups.ts of the site). */
export type RowGroup = HTMLTableSectionElement;

/** Told of a table that has been given other rows, in their own order. */
export const ROWS_REPLACED = 'rows-replaced';

/** All rows of a table below its heads. */
export function rowsOf({ tBodies }: HTMLTableElement): readonly HTMLTableRowElement[] {
  return [...tBodies].flatMap(({ rows }) => [...rows]);
}

/** How many these are; the rows themselves are not asked for, which takes long where there are thousands. */
export function countRows({ tBodies }: HTMLTableElement): number {
  return [...tBodies].reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Leaves out the groups that have no row to be seen, and tells browsers how high to take the others while they are out of sight. */
export function fitGroups(groups: Iterable<RowGroup>): void {
  const heights = [...groups].map((group): readonly [RowGroup, string] => {
    const shown = group.querySelectorAll(':scope > tr:not([hidden], [data-left-out])').length;
    group.hidden = shown === 0;
    return [group, `${String(shown * ROW_HEIGHT)}rem`];
  });
  for (const [group, height] of heights) group.style.containIntrinsicBlockSize = height;
  // Browsers forget how high a group was when it was last seen only once they have painted it without the word "auto".
  afterPaint(() => {
    for (const [group, height] of heights) group.style.containIntrinsicBlockSize = `auto ${height}`;
  });
}

/** A guess, in rem: rows of one line are a little lower, of two lines higher. */
const ROW_HEIGHT = 2.7;
