import type { GraphNode, NoteNode } from '../../graph/index.ts';

const KIND_LABELS = {
  technique: 'Technique',
  tactic: 'Tactic',
  platform: 'Platform',
  'data-source': 'Data source',
  'data-component': 'Data component',
  rule: 'Detection rule',
  'log-source': 'Log source',
  runbook: 'Test runbook',
  test: 'Atomic test',
  tag: 'Tag',
  page: 'Note',
} as const satisfies Record<GraphNode['kind'], string>;

/** What a node is, in a reader's words. */
export function kindLabel(node: GraphNode): string {
  return node.kind === 'technique' && node.parentId !== undefined ? 'Sub-technique' : KIND_LABELS[node.kind];
}

/** The id that a reader knows a note by: a technique's, a rule's, or the one technique of a runbook; else undefined. */
export function idTextOf(node: NoteNode): string | undefined {
  switch (node.kind) {
    case 'technique':
      return node.techniqueId;
    case 'rule':
      return node.sigma.idText;
    case 'runbook':
      return node.techniques.length === 1 ? node.techniques[0] : undefined;
    case 'page':
      return undefined;
  }
}

/** A node's title with its technique id before it, where it has one and the title does not begin with it. */
export function fullTitle(node: GraphNode): string {
  if (node.kind !== 'technique' && node.kind !== 'runbook') return node.title;
  const id = idTextOf(node);
  return id === undefined || node.title.startsWith(id) ? node.title : `${id} ${node.title}`;
}

/** A count with its noun: `1 rule`, `2 rules`, `no rule`. */
export function countOf(count: number, noun: string): string {
  return count === 0 ? `no ${noun}` : `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A count with its thousands parted, as it stands in sentences and facts: `2,822`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}
