import type { Root } from 'mdast';
import type { SourceFile } from '../source/index.ts';
import { parseNote } from './parse-when-needed.ts';
import type { DerivedValues, ParsedNote } from './parsed-note.ts';

/** A parsed note as it is kept: all but its text, which is on disk, its tree, which is large and seldom asked for, and what was derived. */
export type NoteRecord = Omit<ParsedNote, 'file' | 'tree' | 'derived'>;

/** The record of a note: plain data. */
export function recordOf(note: ParsedNote): NoteRecord {
  // One by one: to spread a note would ask a restored one for its tree.
  return {
    name: note.name,
    frontmatter: note.frontmatter,
    headings: note.headings,
    tags: note.tags,
    links: note.links,
    queries: note.queries,
    blockIds: note.blockIds,
    diagnostics: note.diagnostics,
  };
}

/** The note of a record and of the very file that it was made from; the file is read anew when the tree is asked for. */
export function restoreNote(record: NoteRecord, file: SourceFile, derived: DerivedValues): ParsedNote {
  let tree: Root | undefined;
  return {
    ...record,
    file,
    derived,
    get tree(): Root {
      return (tree ??= parseNote(file).tree);
    },
  };
}
