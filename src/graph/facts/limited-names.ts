import { diagnose } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import { fileStart } from '../../source/index.ts';
import type { SourceFile } from '../../source/index.ts';

/** So many names of a sort may get a page by one note; each may stand on the pages of all others. ATT&CK has fewer of each. */
const MOST_NAMES = 200;

/** Names of a sort that a note gives, such as `platforms`. */
export interface NamesOfNote<T> {
  readonly names: readonly T[];
  readonly what: string;
  readonly file: SourceFile;
}

/** The first of some names; reports `graph/too-many-names` where there are more than get pages. */
export function limitedNames<T>({ names, what, file }: NamesOfNote<T>, report: Report): readonly T[] {
  if (names.length <= MOST_NAMES) return names;
  report(diagnose('graph/too-many-names', fileStart(file.path), { what, limit: MOST_NAMES }));
  return names.slice(0, MOST_NAMES);
}
