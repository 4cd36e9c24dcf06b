import type { Link, ListSection, TocEntry } from '../render/index.ts';
import { formatCount } from './words.ts';

/** An entry of the contents with the entries one level below it. */
export interface NestedEntry {
  readonly entry: TocEntry;
  readonly below: readonly TocEntry[];
}

/** Nests a flat list of contents: every entry deeper than 2 goes under the last one of depth 2, or stands alone. */
export function nestContents(entries: readonly TocEntry[]): readonly NestedEntry[] {
  const nested: { entry: TocEntry; below: TocEntry[] }[] = [];
  for (const entry of entries) {
    const last = nested.at(-1);
    if (entry.depth > 2 && last !== undefined && last.entry.depth <= 2) last.below.push(entry);
    else nested.push({ entry, below: [] });
  }
  return nested;
}

/** The entries of the sections that stand after a note, with the number of their rows where these are what they list. */
export function sectionContents(sections: readonly ListSection[]): readonly TocEntry[] {
  return sections.map(({ id, title, table, uncounted }) => ({
    id,
    text: title,
    depth: 2,
    ...(uncounted !== true && { detail: formatCount(table.rows.length) }),
  }));
}

/** A section of links after an article, as the page names it. */
export interface LinkPart {
  readonly id: string;
  readonly title: string;
  readonly links: readonly Link[];
}

/** The entries of the sections that list links, with their number; none of one that is empty, which does not stand on the page. */
export function linkContents(parts: readonly LinkPart[]): readonly TocEntry[] {
  return parts
    .filter(({ links }) => links.length > 0)
    .map(({ id, title, links }) => ({ id, text: title, depth: 2, detail: formatCount(links.length) }));
}
