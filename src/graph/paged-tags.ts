import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { NoteTag, ParsedNote } from '../parse/index.ts';
import { placeOf } from '../source/index.ts';

/** So many pages may be made of a note's tags. A note that a person writes has dozens. */
const MOST_PAGES = 1_000;
/** A tag has at most so many levels, each with a page. */
const MOST_LEVELS = 25;

/** The tags of a note that get pages, and the first that does not. */
export interface PagedTags {
  readonly tags: readonly NoteTag[];
  readonly leftOut: NoteTag | undefined;
}

/**
 * The tags of a note, in order, until they make a thousand pages, their upper levels counted. Searches see the
 * others too.
 */
export function pagedTags({ tags }: ParsedNote): PagedTags {
  if (tags.length * MOST_LEVELS <= MOST_PAGES) return { tags, leftOut: undefined };
  const pages = new Set<string>();
  const paged: NoteTag[] = [];
  let leftOut: NoteTag | undefined;
  for (const tag of tags) {
    if (pages.size < MOST_PAGES || pages.has(tag.key)) {
      paged.push(tag);
      for (const key of [tag.key, ...levelsAbove(tag.key)]) pages.add(key);
    } else leftOut ??= tag;
  }
  return { tags: paged, leftOut };
}

/** `a` and `a/b` of the tag `a/b/c`; none that would have no name of its own, as of `/etc` or `a//b`. */
export function levelsAbove(name: string): readonly string[] {
  if (!name.includes('/')) return [];
  const parts = name.split('/');
  return parts.slice(1).flatMap((_, index) => (parts[index] === '' ? [] : [parts.slice(0, index + 1).join('/')]));
}

/** Reports `graph/too-many-names` where the tags of a note no longer get pages. */
export function reportManyTags(notes: readonly ParsedNote[], report: Report): void {
  for (const note of notes) {
    const { leftOut } = pagedTags(note);
    if (leftOut === undefined) continue;
    const place = placeOf(note.file, leftOut.span);
    report(diagnose('graph/too-many-names', place, { what: 'tags', limit: MOST_PAGES }));
  }
}
