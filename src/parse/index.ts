export { parseNote } from './parse-note.ts';
export { parseLinkTarget } from './link-target.ts';
export { plainText } from './plain-text.ts';
export { listOf, propertyOf, textOf } from './properties.ts';
export { tagName } from './tag-name.ts';
export type { Callout, Citation, Comment, Highlight, InlineTag, WikiLink } from './nodes.ts';
export type { NoteHeading, NoteLink, NoteTag, ParsedNote, QueryBlock } from './parsed-note.ts';
export type { Frontmatter, Property, PropertyValue } from './properties.ts';
