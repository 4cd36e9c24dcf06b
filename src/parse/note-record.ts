import type { Root } from 'mdast';
import type { SourceFile } from '../source/index.ts';
import { parseNote } from './parse-note.ts';
import type { ParsedNote } from './parsed-note.ts';

/** A parsed note as it is kept: all but its text, which is on disk, and its tree, which is large and seldom asked for. */
export type NoteRecord = Omit<ParsedNote, 'file' | 'tree'>;

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
    derived: note.derived,
  };
}

/** The note of a record and of the very file that it was made from; the file is read anew when the tree is asked for. */
export function restoreNote(record: NoteRecord, file: SourceFile): ParsedNote {
  let tree: Root | undefined;
  return {
    ...record,
    file,
    get tree(): Root {
      return (tree ??= parseNote(file).tree);
    },
  };
}
