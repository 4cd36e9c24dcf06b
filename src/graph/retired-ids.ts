import { ATTACK_VERSION } from '../domain/index.ts';
import type { AttackIds, TechniqueId } from '../domain/index.ts';
import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { fileStart, placeOf } from '../source/index.ts';
import type { Place } from '../source/index.ts';
import type { NoteNode, TechniqueNode } from './nodes.ts';

/** What is known of technique ids. */
export interface KnownIds {
  readonly ids: AttackIds;
  /** The technique of the vault with an id. */
  readonly techniqueOf: (id: TechniqueId) => TechniqueNode | undefined;
}

/**
 * Reports ids that ATT&CK took out (`graph/retired-technique`) or never gave (`graph/unknown-technique`), at the
 * first place of the note that writes them. A vault keeps to the version of ATT&CK that it was made from: an id with
 * a note of its own is reported there alone, once, if ATT&CK took it out, and its rules and tests are left in peace.
 */
export function reportRetiredIds(nodes: readonly NoteNode[], { ids, techniqueOf }: KnownIds, report: Report): void {
  for (const node of nodes) {
    for (const id of idsOf(node)) {
      const isOwn = node.kind === 'technique';
      if (!isOwn && techniqueOf(id) !== undefined) continue;
      const fate = ids.fateOf(id);
      if (fate.kind === 'revoked') {
        report(diagnose('graph/retired-technique', placeOfId(node, id), { id, successor: fate.successor }));
      } else if (fate.kind === 'deprecated') {
        report(diagnose('graph/retired-technique', placeOfId(node, id), { id, successor: undefined }));
      } else if (fate.kind === 'unknown' && !isOwn) {
        const facts = { id, nearest: fate.nearest, version: ATTACK_VERSION };
        report(diagnose('graph/unknown-technique', placeOfId(node, id), facts));
      }
    }
  }
}

function idsOf(node: NoteNode): readonly TechniqueId[] {
  switch (node.kind) {
    case 'technique':
      return node.techniqueId === undefined ? [] : [node.techniqueId];
    case 'rule':
    case 'runbook':
      return node.techniques;
    case 'page':
      return [];
  }
}

/** Where a note writes an id first, however it is written; its start where only the file's name does. */
function placeOfId({ note: { file } }: NoteNode, id: TechniqueId): Place {
  const written = new RegExp(`(?<![a-z0-9])${id.replace('.', '[._/-]')}(?![._/-]?[0-9])`, 'i').exec(file.text);
  if (written === null) return fileStart(file.path);
  return placeOf(file, { start: written.index, end: written.index + written[0].length });
}
