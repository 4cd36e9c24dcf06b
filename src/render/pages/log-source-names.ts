import { componentId } from '../../graph/index.ts';
import type { GraphNode, LogSourceNode, NodeId } from '../../graph/index.ts';

/** A product whose log sources rules read. */
export interface Product {
  /** The address above those of its log sources. */
  readonly url: string;
  readonly title: string;
  /** In the order of the log sources given. */
  readonly logSources: readonly LogSourceNode[];
}

/** Where the product of a log source is listed and what it is called. */
export function productOf(node: LogSourceNode): Pick<Product, 'url' | 'title'> {
  const url = node.url.replace(/[^/]+\/$/, '');
  return { url, title: node.logSource.product || 'Any product' };
}

/** The products of some log sources by address; one whose address a node holds has no page of its own and is left out. */
export function groupByProduct(
  logSources: readonly LogSourceNode[],
  nodes: readonly GraphNode[],
): ReadonlyMap<string, Product> {
  const taken = new Set(nodes.map(({ url }) => url.toLowerCase()));
  const products = new Map<string, Product>();
  for (const [url, group] of Map.groupBy(logSources, (node) => productOf(node).url)) {
    const first = group[0];
    if (first === undefined || taken.has(url.toLowerCase())) continue;
    products.set(url, { url, title: productOf(first).title, logSources: group });
  }
  return products;
}

/** The log sources that give each data component, as far as it is known. */
export function groupByComponent(logSources: readonly LogSourceNode[]): ReadonlyMap<NodeId, readonly LogSourceNode[]> {
  const pairs = logSources.flatMap((node) => (node.components ?? []).map((ref) => [componentId(ref), node] as const));
  return new Map([...Map.groupBy(pairs, ([id]) => id)].map(([id, group]) => [id, group.map(([, node]) => node)]));
}
