import { row } from './row.ts';
import type { NoFacts } from './row.ts';

function shortened(tag: string): string {
  return tag.length > 100 ? `${tag.slice(0, 100).toWellFormed()}…` : tag;
}

/** The properties at the top of a note. */
export const frontmatterRows = {
  'frontmatter/invalid-yaml': row<{ readonly problem: string }>({
    severity: 'warning',
    message: ({ problem }) => `the frontmatter is not valid YAML: ${problem}`,
    hint: () => 'as in Obsidian, searches see no properties of this note until it is repaired',
  }),
  'frontmatter/language': row<{ readonly language: string }>({
    severity: 'error',
    message: ({ language }) => `frontmatter in “${language}” is never run`,
    hint: () => 'write the properties as YAML between two lines of ---',
  }),
  'frontmatter/unclosed': row<NoFacts>({
    severity: 'warning',
    message: () => 'the frontmatter is never closed, so it is read as text',
    hint: () => 'end it with a line of ---',
  }),
  'frontmatter/overlooked': row<{ readonly reason: string }>({
    severity: 'warning',
    message: ({ reason }) => `what looks like frontmatter is read as text: ${reason}`,
    hint: () => 'line 1 of the note must be exactly ---',
  }),
  'frontmatter/invalid-tag': row<{ readonly tag: string }>({
    severity: 'warning',
    message: ({ tag }) => `“${shortened(tag)}” cannot be a tag`,
    hint: () =>
      'a tag holds no spaces or punctuation, at least one character that is no digit, and 250 characters at most',
  }),
  'frontmatter/tag-comment': row<{ readonly tag: string }>({
    severity: 'warning',
    message: ({ tag }) => `“#${shortened(tag)}” is a comment in YAML, and no tag`,
    hint: ({ tag }) => `write it without # (tags: [${shortened(tag)}]), or in quotes`,
  }),
  'frontmatter/tag-property': row<{ readonly property: string }>({
    severity: 'warning',
    message: ({ property }) => `Obsidian 1.9 and later see no tags in the property “${property}”`,
    hint: () => 'name the property tags',
  }),
  'frontmatter/tags-in-text': row<{ readonly text: string }>({
    severity: 'warning',
    message: ({ text }) => `“${text}” is one text, read as several tags`,
    hint: ({ text }) =>
      `write a list: [${text
        .split(/[\s,]+/)
        .filter((tag) => tag !== '')
        .join(', ')}]`,
  }),
  'frontmatter/invalid-value': row<{ readonly property: string; readonly expected: string; readonly found: string }>({
    severity: 'warning',
    message: ({ property, found }) => `“${found}” is no value for ${property}`,
    hint: ({ expected }) => `expected ${expected}`,
  }),
} as const;
