import type { GraphNode, NodeId } from '../../graph/index.ts';
import type { Link } from '../page.ts';
import { onlyKind } from './node-kinds.ts';
import type { Survey } from './survey.ts';

/** The pages before and after one among its like; undefined at the ends. */
export interface Neighbours {
  readonly previous: Link | undefined;
  readonly next: Link | undefined;
}

/** No pages before or after: for pages that stand alone. */
export const noNeighbours: Neighbours = { previous: undefined, next: undefined };

/**
 * Gives every node that has a page its neighbours: techniques within their first tactic, rules
 * within their log source, data components within their source, all else within its kind.
 */
export function linkNeighbours(survey: Survey): (node: GraphNode) => Neighbours {
  let places: ReadonlyMap<NodeId, Place> | undefined;
  return (node) => {
    const place = (places ??= placesIn(groupsOf(survey))).get(node.id);
    if (place === undefined) return noNeighbours;
    const [before, after] = [place.group[place.index - 1], place.group[place.index + 1]];
    return { previous: before && survey.link(before), next: after && survey.link(after) };
  };
}

/** Where a node stands among its like. */
interface Place {
  readonly group: readonly GraphNode[];
  readonly index: number;
}

function placesIn(groups: readonly (readonly GraphNode[])[]): ReadonlyMap<NodeId, Place> {
  const places = new Map<NodeId, Place>();
  for (const group of groups) group.forEach((node, index) => places.set(node.id, { group, index }));
  return places;
}

function groupsOf(survey: Survey): readonly (readonly GraphNode[])[] {
  const { graph } = survey;
  const logSourceOf = (id: NodeId): NodeId | undefined =>
    onlyKind(graph.targets(id, 'rule-log-source'), 'log-source')[0]?.id;
  return [
    ...Map.groupBy(survey.techniques, ({ tactics }) => tactics[0]).values(),
    ...Map.groupBy(survey.rules, ({ id }) => logSourceOf(id)).values(),
    ...Map.groupBy(survey.dataComponents, ({ source }) => source).values(),
    survey.runbooks,
    survey.notes,
    survey.tactics,
    survey.platforms,
    survey.dataSources,
    survey.logSources,
    survey.tags,
  ];
}
