/** Rows of a search space: indexes, ascending, each once. */
export type Rows = readonly number[];

/** The rows that both hold. */
export function intersect(a: Rows, b: Rows): Rows {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  // A long list is searched rather than walked where the other is much shorter.
  if (few.length * 16 < many.length) return few.filter((row) => includes(many, row));
  const found: number[] = [];
  let at = 0;
  for (const row of few) {
    while (at < many.length && (many[at] ?? 0) < row) at += 1;
    if (many[at] === row) found.push(row);
  }
  return found;
}

/** The rows of the first that the second, a part of it, lacks. */
export function without(rows: Rows, part: Rows): Rows {
  if (part.length === 0) return rows;
  if (part.length === rows.length) return [];
  const left: number[] = [];
  let at = 0;
  for (const row of rows) {
    if (part[at] === row) at += 1;
    else left.push(row);
  }
  return left;
}

/** Joins parts that have no row in common. */
export function join(parts: readonly Rows[]): Rows {
  const filled = parts.filter((part) => part.length > 0);
  if (filled.length <= 1) return filled[0] ?? [];
  return filled.flat().sort((a, b) => a - b);
}

/** Ascending rows, each once. */
export function eachOnce(rows: Rows): Rows {
  return rows.filter((row, index) => row !== rows[index - 1]);
}

/** `[0, 1, … count - 1]` */
export function rowsUpTo(count: number): Rows {
  const rows = new Array<number>(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

function includes(rows: Rows, row: number): boolean {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = rows[middle] ?? 0;
    if (value === row) return true;
    if (value < row) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
