import type { Root } from 'mdast';
import type { SourceFile } from '../source/index.ts';
import { parseNote } from './parse-when-needed.ts';
import type { DerivedValues, ParsedNote } from './parsed-note.ts';

/** What searches ask of every note. */
export type SearchedRecord = Pick<ParsedNote, 'name' | 'frontmatter' | 'tags'>;

/** What is asked of a note when it is linked or searched for its parts. */
export type LinkedRecord = Pick<ParsedNote, 'headings' | 'links' | 'queries' | 'blockIds' | 'diagnostics'>;

/** The records of a note, plain data: all but its text, which is on disk, its tree, which is large and seldom asked for, and what was derived. */
export interface NoteRecord {
  readonly searched: SearchedRecord;
  readonly linked: LinkedRecord;
}

/** The records of a note. */
export function recordOf(note: ParsedNote): NoteRecord {
  const { name, frontmatter, tags, headings, links, queries, blockIds, diagnostics } = note;
  return { searched: { name, frontmatter, tags }, linked: { headings, links, queries, blockIds, diagnostics } };
}

/** What a note is restored from. */
export interface NoteSource {
  readonly searched: SearchedRecord;
  /** Reads the rest, once and only when it is asked for. */
  readonly linked: () => LinkedRecord;
  readonly derived: DerivedValues;
}

/** The note of records and of the very file that they were made from; the file is read anew when the tree is asked for. */
export function restoreNote(source: NoteSource, file: SourceFile): ParsedNote {
  let tree: Root | undefined;
  let record: LinkedRecord | undefined;
  const linked = (): LinkedRecord => (record ??= source.linked());
  return {
    ...source.searched,
    file,
    derived: source.derived,
    get tree(): Root {
      return (tree ??= parseNote(file).tree);
    },
    get headings(): ParsedNote['headings'] {
      return linked().headings;
    },
    get links(): ParsedNote['links'] {
      return linked().links;
    },
    get queries(): ParsedNote['queries'] {
      return linked().queries;
    },
    get blockIds(): ParsedNote['blockIds'] {
      return linked().blockIds;
    },
    get diagnostics(): ParsedNote['diagnostics'] {
      return linked().diagnostics;
    },
  };
}
