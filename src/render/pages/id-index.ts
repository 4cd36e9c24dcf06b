import { readAttackIds } from '../../domain/index.ts';
import type { AttackIds } from '../../domain/index.ts';
import type { Graph, GraphNode, RuleNode } from '../../graph/index.ts';
import { listOf } from '../../parse/index.ts';
import type { IdRow } from '../page.ts';
import { successorOf } from './fate.ts';
import { fullTitle, kindLabel } from './titles.ts';

const CVE = /(?<![a-z])cve[-_. ](\d{4})[-_. ](\d{4,7})(?!\d)/gi;

/**
 * The index that the search page answers from before the full text has answered: under each key the
 * pages that it leads to. Keys are the ids of techniques, tactics, rules and atomic tests and the CVEs of
 * rules and tags; then, of everything that has a page, its title, and of a note its file name and its
 * aliases. A technique comes before its runbook. Last come the ids that ATT&CK revoked, which lead to what took their place.
 */
export function idIndex(graph: Graph, ids = readAttackIds()): readonly IdRow[] {
  const own = graph.nodes.flatMap((node) => {
    const keys = new Set([...idsOf(node), node.title, ...namesOf(node)].map(foldKey));
    keys.delete('');
    return [...keys].map((key) => rowOf(key, node));
  });
  return [...own, ...replacedRows(graph, ids)];
}

function rowOf(key: string, node: GraphNode): IdRow {
  return [key, fullTitle(node), node.url, kindLabel(node)];
}

function replacedRows(graph: Graph, ids: AttackIds): readonly IdRow[] {
  return ids.replaced.flatMap((id): readonly IdRow[] => {
    const node = successorOf(id, graph, ids);
    if (node === undefined) return [];
    const [key, title, url, label] = rowOf(foldKey(id), node);
    return [[key, title, url, label, `took the place of ${id}`]];
  });
}

function foldKey(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function idsOf(node: GraphNode): readonly string[] {
  switch (node.kind) {
    case 'technique':
      return node.techniqueId === undefined ? [] : [node.techniqueId];
    case 'tactic':
      return node.tacticId === undefined ? [] : [node.tacticId];
    case 'rule':
      return [...(node.sigma.idText === undefined ? [] : [node.sigma.idText]), ...cvesOf(node)];
    case 'runbook':
      return node.techniques;
    case 'test':
      return node.guid === undefined ? [] : [node.guid];
    case 'tag':
      return cvesIn(node.key);
    case 'platform':
    case 'data-source':
    case 'data-component':
    case 'log-source':
    case 'page':
      return [];
  }
}

function namesOf(node: GraphNode): readonly string[] {
  return 'note' in node ? [node.note.name, ...listOf(node.note.frontmatter, 'aliases')] : [];
}

/** What a rule's title, file name and tags name. */
function cvesOf({ title, note }: RuleNode): readonly string[] {
  return cvesIn([title, note.name, ...note.tags.map(({ key }) => key)].join(' '));
}

function cvesIn(text: string): readonly string[] {
  return [...text.matchAll(CVE)].map(([, year, number]) => `cve-${String(year)}-${String(number)}`);
}
