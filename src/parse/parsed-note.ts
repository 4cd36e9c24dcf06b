import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { SourceFile, Span } from '../source/index.ts';
import type { PlacedLines } from './code-lines.ts';
import type { Frontmatter } from './properties.ts';

/** A heading, in the order of the note. */
export interface NoteHeading {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Its text without Markdown. */
  readonly text: string;
  /** Its id in the page, unique in the note (github-slugger). */
  readonly id: string;
  readonly span: Span;
}

/** A tag that a note carries. `recovered` ones stand in invalid frontmatter: facts use them, searches do not. */
export interface NoteTag {
  /** As written, without `#` and trailing slashes. */
  readonly name: string;
  /** `name` folded for matching: Unicode lower case. */
  readonly key: string;
  readonly origin: 'frontmatter' | 'inline' | 'recovered';
  readonly span: Span;
}

/** A link or embed in a note's body or properties. */
export interface NoteLink {
  readonly syntax: 'wiki' | 'markdown';
  readonly embed: boolean;
  /** The note, file or address linked to; empty for a place in the same note. Decoded (`%20` is a space) if not an external address. */
  readonly target: string;
  /** What follows `#` without it: a heading path (`A#B`), or `^id` for a block; undefined when there is none. */
  readonly anchor: string | undefined;
  readonly origin: 'body' | 'property';
  readonly span: Span;
}

/** A ```query block. */
export interface QueryBlock extends PlacedLines {
  /** The query text. */
  readonly source: string;
  /** Line of the opening fence in the file, from 1. */
  readonly line: number;
  /** From the start of the opening fence's line to the end of the block: what an embedded search does not see (A2.5). */
  readonly span: Span;
}

/** What has been worked out from a note, by name. */
export interface DerivedValues {
  has(name: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** One note, read: everything that depends on the note alone. */
export interface ParsedNote {
  readonly file: SourceFile;
  /** The file's name without folders and `.md`. */
  readonly name: string;
  readonly frontmatter: Frontmatter;
  /**
   * mdast with the node types of `nodes.ts`; positions are offsets into `file.text`. A note that comes from the cache
   * is read anew when it is asked for its tree: ask late, and put what is asked of every note into {@link derive}.
   */
  readonly tree: Root;
  readonly headings: readonly NoteHeading[];
  readonly tags: readonly NoteTag[];
  readonly links: readonly NoteLink[];
  readonly queries: readonly QueryBlock[];
  /** Ids of `^block` marks in lower case. */
  readonly blockIds: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** What later stages have worked out from this note alone, by name; see {@link derive}. */
  readonly derived: DerivedValues;
}
