import { expect, test } from 'vitest';
import { corpusOf, pathsOf } from './notes.ts';

/** A search, the rule that it shows, and the notes that it must return, in order, without `.md`. */
export interface ConformanceRow {
  readonly rule: string;
  readonly query: string;
  readonly expected: readonly string[];
}

/** Makes a test of each row, over a vault given as path and text. */
export function conform(files: Readonly<Record<string, string>>, rows: readonly ConformanceRow[]): void {
  const corpus = corpusOf(files);
  test.each(rows)('$rule: $query', ({ query, expected }) => {
    expect(pathsOf(query, corpus)).toEqual(expected.map((path) => `${path}.md`));
  });
}
