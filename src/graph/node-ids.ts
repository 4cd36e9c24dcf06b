import { slugify } from '../domain/index.ts';
import type { ComponentRef, LogSource } from '../domain/index.ts';
import type { NodeId, NodeKind } from './nodes.ts';

/** Makes a node's id from its kind and key. */
export function nodeId(kind: NodeKind, key: string): NodeId {
  return `${kind}:${key}` as NodeId; // brand maker
}

/** Id of a tactic, platform or data source, which are told apart by their slug. */
export function namedId(kind: 'tactic' | 'platform' | 'data-source', name: string): NodeId {
  return nodeId(kind, slugify(name));
}

/** Id of a data component: its source's slug and its own. */
export function componentId({ source, component }: ComponentRef): NodeId {
  return nodeId('data-component', `${slugify(source)}/${slugify(component)}`);
}

/** Id of a log source: product, category and service, empty where the rule names none. */
export function logSourceId({ product = '', category = '', service = '' }: LogSource): NodeId {
  return nodeId('log-source', [product, category, service].map((part) => part.toLowerCase()).join('/'));
}

/** A log source as readers see it: `windows / process_creation`. */
export function logSourceTitle({ product, category, service }: LogSource): string {
  return [product, category, service].filter((part) => part !== undefined && part !== '').join(' / ') || 'unknown';
}

/** True when a rule names any of the three. */
export function hasLogSource({ product, category, service }: LogSource): boolean {
  return Boolean(product) || Boolean(category) || Boolean(service);
}
