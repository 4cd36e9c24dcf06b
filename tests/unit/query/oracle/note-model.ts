/** A piece of running text, and the tag that Obsidian would see in it where it stands after a space or at a line's start. */
export interface Piece {
  readonly text: string;
  readonly tag?: string;
}

/** A line of running text: pieces with a space between them. At least one. */
export type Line = readonly Piece[];

/** An item of a list; `box` is the character in its box. */
export interface ItemModel {
  readonly marker: '-' | '*' | '1.';
  readonly box?: string;
  readonly lines: readonly Line[];
  readonly nested: readonly ItemModel[];
}

/** A block of a note. */
export type BlockModel =
  | { readonly kind: 'paragraph' | 'code'; readonly lines: readonly Line[] }
  | { readonly kind: 'heading'; readonly level: number; readonly line: Line }
  | { readonly kind: 'quote'; readonly callout: boolean; readonly box?: string; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly head: Line; readonly cell: Line }
  | { readonly kind: 'list'; readonly items: readonly ItemModel[] }
  /** A query block with this text. */
  | { readonly kind: 'query'; readonly text: string };

/** A value in a list, or one that is no list: its kind in YAML, how it is written, and its text. */
export interface ScalarModel {
  readonly kind: 'null' | 'text' | 'number' | 'boolean';
  readonly yaml: string;
  readonly text: string;
}

/** A property; `tags` ones also carry the tags that they make. */
export interface PropertyModel {
  readonly name: string;
  readonly value: ScalarModel | readonly ScalarModel[];
  readonly tags?: readonly string[];
}

/** A note by its parts, so that what is in it is known without reading it. */
export interface NoteModel {
  readonly path: string;
  readonly properties: readonly PropertyModel[];
  readonly blocks: readonly BlockModel[];
}

/** A stretch of a note's text: offsets, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A part of a note that a scope looks at. */
export interface Part {
  readonly ranges: readonly Range[];
  /** Of a section. */
  readonly level?: number;
  /** Of a task. */
  readonly box?: string;
}

/** A note as written, with all that the language can ask of it. */
export interface WrittenNote {
  readonly path: string;
  readonly text: string;
  readonly properties: readonly PropertyModel[];
  readonly tags: readonly { readonly name: string; readonly at: number }[];
  readonly blocks: readonly Part[];
  readonly tasks: readonly Part[];
  readonly sections: readonly Part[];
  /** The lines of query blocks, fences included. */
  readonly queries: readonly Range[];
}
