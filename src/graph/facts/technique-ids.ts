import { parseTechniqueId } from '../../domain/index.ts';
import type { TechniqueId } from '../../domain/index.ts';
import { listOf } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';

/** The technique ids among texts (`t1003_001`, `attack.t1003.001`), each once, sorted. */
export function techniquesIn(texts: readonly string[]): readonly TechniqueId[] {
  return [...new Set(texts.flatMap((text) => parseTechniqueId(text) ?? []))].sort();
}

/** What a note writes as its tags or techniques, also where it cannot be a tag in Obsidian (`T1003.001`): properties, then text. */
export function tagTexts(note: ParsedNote): readonly string[] {
  return [...propertyTags(note), ...propertyTechniques(note), ...inlineTags(note)];
}

/** The entries of the properties `technique` and `techniques`. */
export function propertyTechniques({ frontmatter }: ParsedNote): readonly string[] {
  return [...listOf(frontmatter, 'technique'), ...listOf(frontmatter, 'techniques')];
}

/** The entries of the properties `tags` and `tag`. */
export function propertyTags({ frontmatter }: ParsedNote): readonly string[] {
  return [...listOf(frontmatter, 'tags'), ...listOf(frontmatter, 'tag')].map((tag) => tag.replace(/^#/, ''));
}

/** The tags in a note's text. */
export function inlineTags({ tags }: ParsedNote): readonly string[] {
  return tags.filter(({ origin }) => origin === 'inline').map(({ name }) => name);
}
