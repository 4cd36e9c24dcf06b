import { citationsOf } from '../../graph/index.ts';
import type { NoteNode, Reference } from '../../graph/index.ts';

/** The sources that a note lists. */
export interface References {
  readonly byName: ReadonlyMap<string, Reference>;
  /** By the offset of the item or paragraph that holds them. */
  readonly at: ReadonlyMap<number, readonly Reference[]>;
  /** The offsets of marks that name a source in the list itself. */
  readonly marks: ReadonlySet<number>;
}

/** The sources of a note, the first of a name before the others. */
export function referencesOf({ note }: NoteNode): References {
  const { references } = citationsOf(note);
  return {
    byName: new Map(references.toReversed().flatMap((one) => one.names.map((name) => [name, one]))),
    at: Map.groupBy(references, ({ offset }) => offset),
    marks: new Set(references.flatMap(({ mark }) => mark ?? [])),
  };
}
