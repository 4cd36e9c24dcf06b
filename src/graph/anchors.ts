import type { NoteHeading, ParsedNote } from '../parse/index.ts';

/**
 * The id in the page of what follows `#` in a link: a heading (`Detection`, or a path of headings
 * `Detection#Windows`), a heading's id, or a block (`^id`). Undefined when the note has none.
 * Headings compare as Obsidian does: letter case, punctuation and runs of spaces do not count.
 */
export function findAnchor(note: ParsedNote, anchor: string): string | undefined {
  if (anchor.startsWith('^')) {
    const id = anchor.slice(1).toLowerCase();
    return note.blockIds.has(id) ? `^${id}` : undefined;
  }
  const path = anchor
    .split('#')
    .map(fold)
    .filter((part) => part !== '');
  return followPath(note.headings, path) ?? note.headings.find((heading) => heading.id === anchor.toLowerCase())?.id;
}

function followPath(headings: readonly NoteHeading[], path: readonly string[]): string | undefined {
  let from = 0;
  let found: NoteHeading | undefined;
  for (const part of path) {
    const at = headings.findIndex((heading, index) => index >= from && fold(heading.text) === part);
    found = headings[at];
    if (found === undefined) return undefined;
    from = at + 1;
  }
  return found?.id;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
