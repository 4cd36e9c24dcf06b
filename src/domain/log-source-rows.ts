import type { LogSource } from './sigma/index.ts';

/** Which log sources a row is about: all that have each of the values given, whatever else they have. In lower case. */
export interface LogSourcePattern {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

/** A row of a table of log sources: which they are, and the names that it gives them. */
export type LogSourceRow = readonly [LogSourcePattern, ...names: readonly string[]];

/** The names that a table gives a log source: those of the most specific row that matches. Letter case does not count. */
export function namesOfLogSource(table: readonly LogSourceRow[], source: LogSource): readonly string[] | undefined {
  let best: LogSourceRow | undefined;
  for (const row of table) {
    if (matches(source, row[0]) && sizeOf(row) > sizeOf(best)) best = row;
  }
  return best?.slice(1) as readonly string[] | undefined; // what follows the pattern
}

function sizeOf(row: LogSourceRow | undefined): number {
  return row === undefined ? 0 : Object.keys(row[0]).length;
}

function matches(source: LogSource, { product, category, service }: LogSourcePattern): boolean {
  return isSame(source.product, product) && isSame(source.category, category) && isSame(source.service, service);
}

function isSame(written: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || written?.trim().toLowerCase() === wanted;
}
