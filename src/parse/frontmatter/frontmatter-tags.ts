import type { SourceFile, Span } from '../../source/index.ts';
import type { NoteTag } from '../parsed-note.ts';
import type { Frontmatter, Property, PropertyValue } from '../properties.ts';
import type { Reporter } from '../reporter.ts';
import { tagKey, tagName } from '../tag-name.ts';

/**
 * The tags in the properties `tags` and `tag` (A3.6). Reports entries that cannot be tags, and forms that Obsidian does not
 * read as it once did: the property `tag`, and several tags in one text. Reports tags that YAML takes for comments too.
 */
export function frontmatterTags(file: SourceFile, frontmatter: Frontmatter, reporter: Reporter): readonly NoteTag[] {
  const origin = frontmatter.state === 'recovered' ? 'recovered' : 'frontmatter';
  const tags: NoteTag[] = [];
  for (const property of frontmatter.properties.filter(isTagProperty)) {
    const { name: written, nameSpan, value } = property;
    if (written.toLowerCase() === 'tag' && value.kind !== 'null') {
      reporter.report('frontmatter/tag-property', nameSpan, { property: written });
    }
    reportComments(file, value, reporter);
    for (const { text, span, isNumber } of entriesOf(file, property, reporter)) {
      const name = isNumber ? undefined : tagName(text.startsWith('#') ? text.slice(1) : text);
      if (name === undefined) reporter.report('frontmatter/invalid-tag', span, { tag: text });
      else tags.push({ name, key: tagKey(name), origin, span });
    }
  }
  return tags;
}

interface Entry {
  readonly text: string;
  readonly span: Span;
  readonly isNumber: boolean;
}

function isTagProperty(property: Property): boolean {
  const name = property.name.toLowerCase();
  return name === 'tags' || name === 'tag';
}

function entriesOf(file: SourceFile, property: Property, reporter: Reporter): readonly Entry[] {
  const values = property.value.kind === 'list' ? property.value.items : [property.value];
  return values.flatMap((value): readonly Entry[] => {
    if (value.kind === 'null') return [];
    if (value.kind === 'list' || value.kind === 'map') {
      const facts = { property: property.name, expected: 'a tag or a list of tags', found: value.text };
      reporter.report('frontmatter/invalid-value', value.span, facts);
      return [];
    }
    const words = wordsOf(file, value);
    if (words.length > 1) reporter.report('frontmatter/tags-in-text', value.span, { text: value.text });
    return words.map((word) => ({ ...word, isNumber: value.kind === 'number' }));
  });
}

/** What begins like a tag right behind a value on its line; where nothing is written for it, also on the next, indented line. */
const COMMENT = /[ \t]*#([^\s#,]*[\p{L}\p{N}][^\s,]*)/uy;
const COMMENT_BELOW = /[ \t]*\n[ \t]+#([^\s#,]*[\p{L}\p{N}][^\s,]*)/uy;

/** Reports `tags: #a` and its like: a comment, by which nothing is said to YAML. */
function reportComments({ text }: SourceFile, value: PropertyValue, reporter: Reporter): void {
  const isFlow = value.kind !== 'list' || text[value.span.end - 1] === ']';
  for (const { kind, span } of [...(value.kind === 'list' ? value.items : []), ...(isFlow ? [value] : [])]) {
    for (const pattern of kind === 'null' ? [COMMENT, COMMENT_BELOW] : [COMMENT]) {
      pattern.lastIndex = span.end;
      const { 0: whole, 1: tag } = pattern.exec(text) ?? [];
      if (whole === undefined || tag === undefined) continue;
      const end = span.end + whole.length;
      reporter.report('frontmatter/tag-comment', { start: end - tag.length - 1, end }, { tag });
    }
  }
}

/** The pieces of a text between commas and white space. */
function wordsOf(file: SourceFile, value: PropertyValue): readonly Omit<Entry, 'isNumber'>[] {
  const shift = shiftOf(file, value);
  return [...value.text.matchAll(/[^\s,]+/g)].map((match) => ({
    text: match[0],
    span: shift === undefined ? value.span : { start: shift + match.index, end: shift + match.index + match[0].length },
  }));
}

/** Where the value's text begins in the file; undefined when it is not written there character by character. */
function shiftOf(file: SourceFile, { text, span }: PropertyValue): number | undefined {
  if (file.text.startsWith(text, span.start)) return span.start;
  if (file.text.startsWith(text, span.start + 1)) return span.start + 1;
  return undefined;
}
