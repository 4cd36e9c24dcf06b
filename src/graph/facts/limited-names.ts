import { diagnose } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import { fileStart } from '../../source/index.ts';
import type { Place, SourceFile } from '../../source/index.ts';

/** So many names of a sort may get a page by one note. A note that a person writes has dozens. */
export const mostNames = 1_000;

/** Names of a sort that a note gives, such as `platforms`. */
export interface NamesOfNote<T> {
  readonly names: readonly T[];
  readonly what: string;
  readonly file: SourceFile;
}

/** The first {@link mostNames} of some names; reports `graph/too-many-names` where there are more. */
export function limitedNames<T>({ names, what, file }: NamesOfNote<T>, report: Report): readonly T[] {
  if (names.length <= mostNames) return names;
  reportManyNames(fileStart(file.path), what, report);
  return names.slice(0, mostNames);
}

/** Reports that names of a sort have no pages from a place on. */
export function reportManyNames(place: Place, what: string, report: Report): void {
  report(diagnose('graph/too-many-names', place, { what, limit: mostNames }));
}
