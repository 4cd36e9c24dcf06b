import type { AttackIds, TechniqueId } from '../../domain/index.ts';
import type { Graph, TechniqueNode } from '../../graph/index.ts';
import type { FactValue } from '../page.ts';
import type { Survey } from './survey.ts';

/** The technique that took the place of a revoked one: of several in a row the last that the vault has a note on. */
export function successorOf(id: TechniqueId, graph: Graph, ids: AttackIds): TechniqueNode | undefined {
  return ids
    .successorsOf(id)
    .flatMap((successor) => graph.technique(successor) ?? [])
    .at(-1);
}

/** What ATT&CK did with a technique that it took out. */
export interface Retirement {
  /** A sentence in pieces, its links with base: `ATT&CK revoked T1086; T1059.001 PowerShell took its place.` */
  readonly notice: readonly FactValue[];
  /** In few words, to stand after what kind of page it is. */
  readonly fate: string;
}

/** What is to be said of a technique's note whose id ATT&CK revoked or deprecated; undefined of any other. */
export function retirementOf(
  { techniqueId: id }: TechniqueNode,
  survey: Survey,
  ids: AttackIds,
): Retirement | undefined {
  const fate = id === undefined ? undefined : ids.fateOf(id);
  if (id === undefined || (fate?.kind !== 'revoked' && fate?.kind !== 'deprecated')) return undefined;
  const words = fate.kind === 'revoked' ? 'revoked' : 'deprecated';
  const [next] = ids.successorsOf(id);
  if (next === undefined) {
    return { notice: [{ text: `ATT&CK ${words} ${id} and names nothing in its place.` }], fate: `${words} by ATT&CK` };
  }
  const node = successorOf(id, survey.graph, ids);
  const successor = node === undefined ? { text: next } : survey.link(node);
  const notice = [{ text: `ATT&CK ${words} ${id}; ` }, successor, { text: ' took its place.' }];
  return { notice, fate: `${words} by ATT&CK` };
}
