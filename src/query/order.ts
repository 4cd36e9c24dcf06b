import type { ParsedNote } from '../parse/index.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Obsidian's order of results (A10.1): file name A to Z, natural and regardless of case; ties by path in code-unit order. */
export function compareNotes(a: ParsedNote, b: ParsedNote): number {
  const byName = collator.compare(a.name, b.name);
  if (byName !== 0) return byName;
  return a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0;
}
