import type { Note } from './vault-reader.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The notes that carry every tag of a search such as `tag: a tag: b`, or one nested below it, by file
 * name from A to Z. Throws on a search that is anything but tags.
 */
export function searchTags(notes: readonly Note[], search: string): readonly Note[] {
  const terms = [...search.matchAll(/tag:\s*#?(\S+)/gi)].map(([, tag]) => (tag ?? '').toLowerCase());
  if (terms.length === 0 || search.replace(/tag:\s*\S+/gi, '').trim() !== '') {
    throw new Error(`not a search for tags alone: ${search}`);
  }
  return notes.filter((note) => terms.every((term) => carries(note, term))).sort(byFileName);
}

/** Notes by file name from A to Z as a reader of a file list expects it, namesakes by path. */
export function byFileName(a: Note, b: Note): number {
  return collator.compare(a.name, b.name) || (a.path < b.path ? -1 : 1);
}

function carries(note: Note, term: string): boolean {
  return note.tags.some((tag) => tag === term || tag.startsWith(`${term}/`));
}
