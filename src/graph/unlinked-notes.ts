import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { fileStart } from '../source/index.ts';
import type { Graph } from './graph.ts';
import { isNoteNode } from './lookup.ts';
import type { NoteNode } from './nodes.ts';

/** The notes that no other note links or embeds, and that no query block of another note lists, in the order of the graph. */
export function unlinkedNotes(graph: Graph): readonly NoteNode[] {
  return graph.nodes.filter(isNoteNode).filter((node) => !isLinked(graph, node));
}

/**
 * Reports `graph/orphan` for every unlinked note, unless there is no other that could link to it. Where the frontmatter is
 * broken, searches may not list a note for that alone, which is told already.
 */
export function reportOrphans(graph: Graph, report: Report): void {
  const orphans = unlinkedNotes(graph).filter(({ note }) => note.frontmatter.state !== 'recovered');
  const isAlone = graph.nodes.filter(isNoteNode).length === 1;
  if (!isAlone) for (const { path } of orphans) report(diagnose('graph/orphan', fileStart(path), {}));
}

function isLinked(graph: Graph, { id }: NoteNode): boolean {
  const others = [...graph.sources(id, 'note-link'), ...graph.sources(id, 'block-result')];
  return others.some((other) => other.id !== id);
}
