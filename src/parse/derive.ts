import type { ParsedNote } from './parsed-note.ts';

/** T where it is data through and through, so that the cache can keep it and give it back equal; else never. */
type Data<T> = T extends string | number | boolean | undefined
  ? T
  : T extends (...given: never[]) => unknown
    ? never
    : { readonly [K in keyof T]: Data<T[K]> };

/**
 * Works out once what hangs on a note alone and on what `name` says, and keeps it with the note, in the cache from one
 * run to the next too. `work` must give the same for the same note; later stages must not change what it gives.
 */
export function derive<T>(note: ParsedNote, name: string, work: () => T & Data<T>): T {
  // What stands under a name was put there by the same `work`: names are not shared.
  if (note.derived.has(name)) return note.derived.get(name) as T;
  const value = work();
  note.derived.set(name, value);
  return value;
}
