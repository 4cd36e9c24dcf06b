import type { ListSection, TocEntry } from '../render/index.ts';

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
    ...(uncounted !== true && { detail: table.rows.length.toLocaleString('en') }),
  }));
}
