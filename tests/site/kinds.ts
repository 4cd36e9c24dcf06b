import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface JsonNode {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  readonly path?: string;
  readonly level?: string;
}

/** The graph of a built site as other programs read it. */
export function readGraph(out: string): { readonly nodes: readonly JsonNode[] } {
  return JSON.parse(readFileSync(path.join(out, 'api/graph.json'), 'utf8')) as { nodes: JsonNode[] }; // its shape has tests of its own
}

/** One address for each kind of page that the site has, by a name for test titles. */
export function onePageOfEachKind(out: string): readonly (readonly [kind: string, address: string])[] {
  const { nodes } = readGraph(out);
  const first = new Map<string, string>();
  for (const { kind, url } of nodes) if (!first.has(kind) && kind !== 'test') first.set(kind, url.slice(1));
  const indexes = [
    'techniques',
    'rules',
    'tests',
    'tactics',
    'platforms',
    'data-sources',
    'log-sources',
    'tags',
    'coverage',
    'search',
  ];
  return [
    ['home', ''],
    ...first,
    ...indexes.map((name) => [`${name} index`, `${name}/`] as const),
    // A site for disks has none: nothing answers there for addresses that are missing.
    ...(existsSync(path.join(out, '404.html')) ? [['404', '404.html'] as const] : []),
  ];
}
