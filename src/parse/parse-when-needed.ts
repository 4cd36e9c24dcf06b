import { createRequire } from 'node:module';
import type { SourceFile } from '../source/index.ts';
import type { DerivedValues, ParsedNote } from './parsed-note.ts';
import type { readNote } from './read-note.ts';

const load = createRequire(import.meta.url);

/**
 * Reads one note; what is derived of it goes into `derived`. Never throws: what is wrong with the note is in its
 * diagnostics.
 */
export function parseNote(file: SourceFile, derived: DerivedValues = new Map<string, unknown>()): ParsedNote {
  // Markdown's libraries take longer to load than a command runs that finds every note in the cache.
  const parser = load('./read-note.ts') as { readonly readNote: typeof readNote };
  return { ...parser.readNote(file), derived };
}
