import type { NodeId, TechniqueNode } from '../../graph/index.ts';
import type { Survey } from './survey.ts';

/**
 * Where a technique's note lists the most of some notes: the id of the heading above the query block that does. Undefined when
 * no block lists any, or when no heading stands above it.
 */
export function listingHeading(node: TechniqueNode, ids: ReadonlySet<NodeId>, { graph }: Survey): string | undefined {
  let best: { readonly count: number; readonly start: number } | undefined;
  for (const { block, answer } of graph.blocksOf(node.path)) {
    if (answer.kind !== 'rows') continue;
    const listed = answer.rows.filter(({ note }) => ids.has(graph.noteAt(note.file.path)?.id ?? node.id));
    if (listed.length > (best?.count ?? 0)) best = { count: listed.length, start: block.span.start };
  }
  if (best === undefined) return undefined;
  const { start } = best;
  return node.note.headings.findLast(({ span }) => span.start < start)?.id;
}
