import type { NoteLink } from '../parsed-note.ts';
import type { Frontmatter, PropertyValue } from '../properties.ts';
import { parseWikiTarget } from '../wiki-target.ts';

const WIKI_LINK = /(!?)\[\[([^[\]\n]+)\]\]/g;

/** The wikilinks in the texts of properties, in lists and maps too; the span is the text's. */
export function propertyLinks(frontmatter: Frontmatter): readonly NoteLink[] {
  return frontmatter.properties.flatMap((property) => linksOf(property.value));
}

function linksOf(value: PropertyValue): readonly NoteLink[] {
  if (value.kind === 'list') return value.items.flatMap(linksOf);
  if (value.kind === 'map') return value.entries.flatMap((entry) => linksOf(entry.value));
  if (value.kind !== 'text' || !value.text.includes('[[')) return [];
  const links: NoteLink[] = [];
  for (const match of value.text.matchAll(WIKI_LINK)) {
    const parts = parseWikiTarget(match[2] ?? '');
    if (parts === undefined) continue;
    const { target, anchor } = parts;
    links.push({ syntax: 'wiki', embed: match[1] === '!', target, anchor, origin: 'property', span: value.span });
  }
  return links;
}
