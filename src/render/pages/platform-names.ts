import { slugify } from '../../domain/index.ts';
import type { Graph, PlatformNode, TestNode } from '../../graph/index.ts';

/** The platform of a name, however it is spelt (`azure-ad`, `Azure AD`); undefined when no note names it. */
export type PlatformFinder = (name: string) => PlatformNode | undefined;

/** Indexes the platforms of a graph by name. */
export function findPlatforms(graph: Graph): PlatformFinder {
  const platforms = new Map(graph.ofKind('platform').map((node) => [slugify(node.title), node]));
  return (name) => platforms.get(slugify(name));
}

/** The tests that run on each platform, in the order of the tests given. */
export function groupByPlatform(
  tests: readonly TestNode[],
  platformNamed: PlatformFinder,
): ReadonlyMap<PlatformNode, readonly TestNode[]> {
  const groups = new Map<PlatformNode, TestNode[]>();
  for (const node of tests) {
    for (const platform of new Set(node.test.platforms.flatMap((name) => platformNamed(name) ?? []))) {
      const group = groups.get(platform) ?? [];
      group.push(node);
      groups.set(platform, group);
    }
  }
  return groups;
}
