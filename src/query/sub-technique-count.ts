import { parentTechniqueId, parseTechniqueId } from '../domain/index.ts';
import type { TechniqueId } from '../domain/index.ts';
import type { QueryNode } from './ast.ts';
import type { Corpus } from './corpus.ts';
import { eachOnce, intersect } from './rows.ts';
import type { Rows } from './rows.ts';

/**
 * How many notes a search would have found with the sub-techniques' tags in place of a technique's: those that meet its other
 * parts and carry one. `rows` are the notes that meet each part. Undefined where no part is a technique's tag, or no note
 * carries a tag of a sub-technique of it.
 */
export function countUnderSubTechniques(
  parts: readonly QueryNode[],
  rows: readonly Rows[],
  corpus: Corpus,
): number | undefined {
  const at = parts.findIndex((part) => techniqueOf(part) !== undefined);
  const technique = parts[at] === undefined ? undefined : techniqueOf(parts[at]);
  if (technique === undefined) return undefined;
  const below = notesBelow(technique, corpus);
  if (below.length === 0) return undefined;
  return rows.reduce((common, met, index) => (index === at ? common : intersect(common, met)), below).length;
}

/** The technique, no sub-technique, that a part asks for by its tag. */
function techniqueOf(part: QueryNode): TechniqueId | undefined {
  if (part.kind !== 'operator' || part.operator !== 'tag') return undefined;
  if (part.term.kind !== 'word' && part.term.kind !== 'phrase') return undefined;
  const id = parseTechniqueId(part.term.text.replace(/^#/, ''));
  return id === undefined || parentTechniqueId(id) !== undefined ? undefined : id;
}

function notesBelow(technique: TechniqueId, corpus: Corpus): Rows {
  const start = technique.toLowerCase();
  const notes: number[] = [];
  for (const [key, tag] of corpus.tags()) {
    if (!key.includes(start)) continue; // cheap, as there are many tags
    const id = parseTechniqueId(tag.name);
    if (id !== undefined && parentTechniqueId(id) === technique) notes.push(...tag.notes);
  }
  return eachOnce(notes.sort((a, b) => a - b));
}
