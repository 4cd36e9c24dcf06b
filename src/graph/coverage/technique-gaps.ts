import type { Graph } from '../graph.ts';
import { componentId } from '../node-ids.ts';
import type { DataComponentNode, LogSourceNode, NodeId, RuleNode, TechniqueNode } from '../nodes.ts';
import { onlyKind } from '../only-kind.ts';
import type { CoverageState, TechniqueCoverage } from './technique-coverage.ts';

/** A technique whose rules read none of the data that its note names. */
export interface UnreadData {
  readonly technique: TechniqueNode;
  /** What the note names. */
  readonly components: readonly DataComponentNode[];
  /** Log sources of its rules of which nobody knows what they give. */
  readonly unknown: readonly LogSourceNode[];
}

/** What techniques lack, each list in the order of the techniques given. */
export interface TechniqueGaps {
  readonly rulesWithoutTests: readonly TechniqueNode[];
  readonly testsWithoutRules: readonly TechniqueNode[];
  readonly neither: readonly TechniqueNode[];
  /** Techniques with rules and with data components, none of which a rule of theirs is known to read. */
  readonly unreadData: readonly UnreadData[];
}

/** Finds what some techniques lack. */
export function findTechniqueGaps(graph: Graph, coverage: readonly TechniqueCoverage[]): TechniqueGaps {
  const inState = (wanted: CoverageState): readonly TechniqueNode[] =>
    coverage.filter(({ state }) => state === wanted).map(({ technique }) => technique);
  return {
    rulesWithoutTests: inState('rules-only'),
    testsWithoutRules: inState('tests-only'),
    neither: inState('neither'),
    unreadData: findUnreadData(graph, coverage),
  };
}

/** Finds those of some techniques whose rules read none of the data that their notes name. */
export function findUnreadData(graph: Graph, coverage: readonly TechniqueCoverage[]): readonly UnreadData[] {
  return coverage.flatMap((one) => unreadData(graph, one));
}

/** The log sources that some rules read, each once. */
export function logSourcesOf(graph: Graph, rules: readonly RuleNode[]): readonly LogSourceNode[] {
  return [...new Set(rules.flatMap((rule) => onlyKind(graph.targets(rule.id, 'rule-log-source'), 'log-source')))];
}

/** The ids of all data components that some log sources are known to give, whether or not there is a node. */
export function componentsGivenBy(logSources: readonly LogSourceNode[]): ReadonlySet<NodeId> {
  return new Set(logSources.flatMap(({ components }) => (components ?? []).map(componentId)));
}

function unreadData(graph: Graph, { technique, rules }: TechniqueCoverage): readonly UnreadData[] {
  const components = onlyKind(graph.targets(technique.id, 'technique-component'), 'data-component');
  if (rules.length === 0 || components.length === 0) return [];
  const logSources = logSourcesOf(graph, rules);
  const given = componentsGivenBy(logSources);
  if (components.some(({ id }) => given.has(id))) return [];
  return [{ technique, components, unknown: logSources.filter((node) => node.components === undefined) }];
}
