export type { Frontmatter, Property, PropertyValue } from './properties.ts';
export { listOf, propertyOf, textOf } from './properties.ts';
export type { NoteHeading, NoteLink, NoteTag, ParsedNote, QueryBlock } from './parsed-note.ts';
export type { Callout, Citation, Comment, Highlight, InlineTag, WikiLink } from './nodes.ts';
