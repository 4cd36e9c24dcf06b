import { compareTactics } from '../../domain/index.ts';
import { narrowCoverage, reportCoverage, surveyCoverage } from '../../graph/index.ts';
import type {
  DataComponentNode,
  DataSourceNode,
  Graph,
  GraphNode,
  LogSourceNode,
  NodeId,
  PageNode,
  PlatformNode,
  Platforms,
  RuleNode,
  RunbookNode,
  TacticNode,
  TagNode,
  TechniqueCoverage,
  TechniqueNode,
  TestNode,
  VaultReport,
} from '../../graph/index.ts';
import { href } from '../href.ts';
import type { Link, RenderOptions } from '../page.ts';
import { onlyKind } from './node-kinds.ts';
import { compareNatural } from './order.ts';
import { fullTitle } from './titles.ts';

/** Every node by kind, in the order in which readers are shown them. */
export interface NodeLists {
  /** By id, sub-techniques after their parent; those without an id last, by title. */
  readonly techniques: readonly TechniqueNode[];
  /** In the order of the matrix. */
  readonly tactics: readonly TacticNode[];
  readonly platforms: readonly PlatformNode[];
  readonly dataSources: readonly DataSourceNode[];
  readonly dataComponents: readonly DataComponentNode[];
  /** By title. */
  readonly rules: readonly RuleNode[];
  readonly logSources: readonly LogSourceNode[];
  /** By technique id, then title. */
  readonly runbooks: readonly RunbookNode[];
  /** In the order of the runbooks and of their text. */
  readonly tests: readonly TestNode[];
  readonly tags: readonly TagNode[];
  readonly notes: readonly PageNode[];
}

/** A graph with what every page model asks of it, worked out once for a build. */
export interface Survey extends NodeLists {
  readonly graph: Graph;
  readonly options: RenderOptions;
  readonly href: (url: string) => string;
  /** A link to a node's page, its id before its title. */
  link(node: GraphNode): Link;
  coverage(technique: TechniqueNode): TechniqueCoverage;
  /** The place of a technique among {@link NodeLists.techniques}, from 0. */
  placeOf(technique: TechniqueNode): number;
  /** What the whole vault covers and lacks, worked out when it is first asked for; its lists are in the order of the graph. */
  readonly report: VaultReport;
  /** Some nodes, each once, in the order of {@link NodeLists}. */
  inOrder<N extends GraphNode>(nodes: readonly N[]): readonly N[];
}

/** What counts of techniques are told from. */
export type CoverageSurvey = Pick<Survey, 'coverage' | 'href' | 'placeOf'>;

/** The same on one platform alone. */
export function surveyOn(platform: PlatformNode, survey: Survey, platforms: Platforms): CoverageSurvey {
  const known = new Map<NodeId, TechniqueCoverage>();
  return {
    href: survey.href,
    placeOf: survey.placeOf,
    coverage: (technique) => {
      const found =
        known.get(technique.id) ??
        narrowCoverage(survey.coverage(technique), platform, { graph: survey.graph, platforms });
      known.set(technique.id, found);
      return found;
    },
  };
}

/** Surveys a graph for the pages of one build. */
export function surveyGraph(graph: Graph, options: RenderOptions): Survey {
  const lists = listNodes(graph);
  const rank = new Map<NodeId, number>(); // techniques are the first of all
  for (const list of Object.values<readonly GraphNode[]>({ ...lists }))
    for (const { id } of list) rank.set(id, rank.size);
  const rankOf = (node: GraphNode): number => rank.get(node.id) ?? rank.size;
  const inOrder = <N extends GraphNode>(nodes: readonly N[]): readonly N[] =>
    [...new Set(nodes)].sort((a, b) => rankOf(a) - rankOf(b));
  const covered = surveyCoverage(graph);
  const ordered = covered.techniques.map((one) => [one.technique.id, inReadersOrder(one, inOrder)] as const);
  const coverage = new Map(ordered);
  let report: VaultReport | undefined;
  return {
    ...lists,
    graph,
    options,
    href: (url) => href(options, url),
    link: (node) => ({ text: fullTitle(node), href: href(options, node.url) }),
    coverage: (technique) => coverage.get(technique.id) ?? covered.of(technique),
    placeOf: rankOf,
    get report(): VaultReport {
      return (report ??= reportCoverage(graph, covered));
    },
    inOrder,
  };
}

/** The same coverage with its lists in the order in which readers are shown them. */
function inReadersOrder(coverage: TechniqueCoverage, inOrder: Survey['inOrder']): TechniqueCoverage {
  return {
    ...coverage,
    subTechniques: inOrder(coverage.subTechniques),
    rules: inOrder(coverage.rules),
    tests: inOrder(coverage.tests),
    subTechniqueRules: inOrder(coverage.subTechniqueRules),
    subTechniqueTests: inOrder(coverage.subTechniqueTests),
  };
}

function listNodes(graph: Graph): NodeLists {
  const runbooks = sortById(graph.ofKind('runbook'), (node) => node.techniques[0]);
  return {
    techniques: sortById(graph.ofKind('technique'), (node) => node.techniqueId),
    tactics: graph.ofKind('tactic').toSorted((a, b) => compareTactics(a.title, b.title)),
    platforms: sortByTitle(graph.ofKind('platform')),
    dataSources: sortByTitle(graph.ofKind('data-source')),
    dataComponents: sortByTitle(graph.ofKind('data-component')),
    rules: sortByTitle(graph.ofKind('rule')),
    logSources: sortByTitle(graph.ofKind('log-source')),
    runbooks,
    tests: testsInOrder(graph, runbooks),
    tags: sortByTitle(graph.ofKind('tag')),
    notes: sortByTitle(graph.ofKind('page')),
  };
}

function testsInOrder(graph: Graph, runbooks: readonly RunbookNode[]): readonly TestNode[] {
  return runbooks.flatMap((runbook) =>
    onlyKind(
      runbook.tests.flatMap((id) => graph.node(id) ?? []),
      'test',
    ),
  );
}

function sortByTitle<N extends GraphNode>(nodes: readonly N[]): readonly N[] {
  return nodes.toSorted(byTitle);
}

/** By technique id, then title; those without an id last. */
function sortById<N extends GraphNode>(nodes: readonly N[], idOf: (node: N) => string | undefined): readonly N[] {
  return nodes.toSorted((a, b) => {
    const [p, q] = [idOf(a), idOf(b)];
    if (p === undefined || q === undefined) return Number(p === undefined) - Number(q === undefined) || byTitle(a, b);
    return compareNatural(p, q) || byTitle(a, b);
  });
}

function byTitle(a: GraphNode, b: GraphNode): number {
  return compareNatural(a.title, b.title);
}
