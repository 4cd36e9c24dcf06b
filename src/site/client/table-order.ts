import { formatCount } from '../words.ts';

/** What a row is sorted by. */
export type SortKey = string | number;

/** A way to sort. */
export type Direction = 'ascending' | 'descending';

/** Which way a click on a column's head sorts, by its `aria-sort`: first the way its readers ask for, then the other in turn. */
export function nextDirection(current: string | null, descends: boolean): Direction {
  const [first, other] = descends ? (['descending', 'ascending'] as const) : (['ascending', 'descending'] as const);
  return current === first ? other : first;
}

/** The key of a cell: its `data-sort` where it has one, else its text; whole numbers, with or without commas, count as such. */
export function sortKey(text: string, dataSort: string | null): SortKey {
  const value = (dataSort ?? text).trim();
  return /^-?\d[\d,]*(\.\d+)?$/.test(value) ? Number(value.replaceAll(',', '')) : value;
}

/**
 * The order of rows by their keys, as indexes into `keys`: numbers by size, texts by letter, regardless of case, numbers
 * in them by size; empty ones last either way; equal ones as they stood.
 */
export function orderBy(keys: readonly SortKey[], direction: Direction): readonly number[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const compare = (a: SortKey, b: SortKey): number => {
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  };
  return keys
    .map((key, index) => ({ key, index }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ index }) => index);
}

/** What is said of the rows of a table: `126 rows`, or `5 of 126 rows` where some are not to be seen. */
export function rowCountText(shown: number, all: number): string {
  return `${shown === all ? '' : `${formatCount(shown)} of `}${formatCount(all)} rows`;
}
