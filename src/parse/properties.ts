import type { Span } from '../source/index.ts';

/** A value of a property. `text` is always what the author wrote: `1.0` stays `1.0`, a date stays the date written. */
export type PropertyValue =
  | { readonly kind: 'null'; readonly text: string; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'number'; readonly text: string; readonly number: number; readonly span: Span }
  | { readonly kind: 'boolean'; readonly text: string; readonly boolean: boolean; readonly span: Span }
  | { readonly kind: 'list'; readonly text: string; readonly items: readonly PropertyValue[]; readonly span: Span }
  | { readonly kind: 'map'; readonly text: string; readonly entries: readonly Property[]; readonly span: Span };

/** One property of a note, in the order of the frontmatter. */
export interface Property {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: PropertyValue;
}

/**
 * The properties at the top of a note. `recovered` means that the YAML was invalid: the
 * properties are what could be saved, facts may use them, searches must not (A1.3).
 */
export interface Frontmatter {
  readonly state: 'none' | 'valid' | 'recovered';
  /** From the first `---` to the end of the line of the last; undefined when there is none. */
  readonly span: Span | undefined;
  readonly properties: readonly Property[];
}

/** The value of a property by its name, any letter case; undefined when it is missing. */
export function propertyOf(frontmatter: Frontmatter, name: string): PropertyValue | undefined {
  const key = name.toLowerCase();
  return frontmatter.properties.find((property) => property.name.toLowerCase() === key)?.value;
}

/** The text of a scalar property, trimmed; undefined when it is missing, empty, a list or a map. */
export function textOf(frontmatter: Frontmatter, name: string): string | undefined {
  const value = propertyOf(frontmatter, name);
  if (value === undefined || value.kind === 'list' || value.kind === 'map' || value.kind === 'null') return undefined;
  const text = value.text.trim();
  return text === '' ? undefined : text;
}

/** The texts of a list property; a single text is a comma list. Empty entries are left out. */
export function listOf(frontmatter: Frontmatter, name: string): readonly string[] {
  const value = propertyOf(frontmatter, name);
  if (value === undefined || value.kind === 'null' || value.kind === 'map') return [];
  const texts =
    value.kind === 'list' ? value.items.map((item) => (item.kind === 'null' ? '' : item.text)) : value.text.split(',');
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
