import type { NoteHeading, ParsedNote } from '../parse/index.ts';

/** Finds the places in notes that links name. */
export interface AnchorFinder {
  /**
   * The id in the page of what follows `#` in a link: a heading (`Detection`, or a path of headings
   * `Detection#Windows`), a heading's id, or a block (`^id`). Undefined when the note has none.
   * Headings compare as Obsidian does: letter case, punctuation, runs of spaces and the form of
   * Unicode do not count.
   */
  find(note: ParsedNote, anchor: string): string | undefined;
}

/** Makes a finder, which reads the headings of a note once however many links lead there. */
export function createAnchorFinder(): AnchorFinder {
  const known = new Map<ParsedNote, Headings>();
  const headingsOf = (note: ParsedNote): Headings => {
    let headings = known.get(note);
    if (headings === undefined) known.set(note, (headings = readHeadings(note.headings)));
    return headings;
  };
  return {
    find(note, anchor) {
      if (anchor.startsWith('^')) {
        const id = anchor.slice(1).toLowerCase();
        return note.blockIds.has(id) ? `^${id}` : undefined;
      }
      const path = anchor
        .split('#')
        .map(fold)
        .filter((part) => part !== '');
      const { byText, ids } = headingsOf(note);
      const at = followPath(byText, path);
      if (at !== undefined) return note.headings[at]?.id;
      return ids.has(anchor.toLowerCase()) ? anchor.toLowerCase() : undefined;
    },
  };
}

interface Headings {
  /** Indexes of headings, ascending, by their text as it is compared. */
  readonly byText: ReadonlyMap<string, readonly number[]>;
  readonly ids: ReadonlySet<string>;
}

function readHeadings(headings: readonly NoteHeading[]): Headings {
  const byText = new Map<string, number[]>();
  headings.forEach(({ text }, index) => {
    const key = fold(text);
    const before = byText.get(key);
    if (before === undefined) byText.set(key, [index]);
    else before.push(index);
  });
  return { byText, ids: new Set(headings.map(({ id }) => id)) };
}

/** The index of the heading that a path ends at; each of its parts stands after the one before. */
function followPath(byText: Headings['byText'], path: readonly string[]): number | undefined {
  let from = 0;
  let found: number | undefined;
  for (const part of path) {
    found = byText.get(part)?.find((index) => index >= from);
    if (found === undefined) return undefined;
    from = found + 1;
  }
  return found;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
