import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { placeOf } from '../source/index.ts';
import { citationsOf } from './facts/index.ts';
import type { NoteNode } from './nodes.ts';

/** Reports `graph/unresolved-citations` once for all notes, at the first: a vault made from ATT&CK has thousands. */
export function reportUnresolvedCitations(nodes: readonly NoteNode[], report: Report): void {
  const found = nodes.flatMap(({ note }) => {
    const { unresolved } = citationsOf(note);
    return unresolved.length === 0 ? [] : [{ note, unresolved }];
  });
  const [first] = found;
  const [span] = first?.unresolved ?? [];
  if (first === undefined || span === undefined) return;
  const count = found.reduce((sum, { unresolved }) => sum + unresolved.length, 0);
  const place = placeOf(first.note.file, span);
  report(diagnose('graph/unresolved-citations', place, { count, notes: found.length }));
}
