import { readAttackIds } from '../../domain/index.ts';
import type { AttackIds } from '../../domain/index.ts';
import { findPlatforms } from '../../graph/index.ts';
import type {
  DataComponentNode,
  DataSourceNode,
  Graph,
  GraphNode,
  LogSourceNode,
  NoteNode,
  PlatformNode,
  Platforms,
  RuleNode,
  TestNode,
} from '../../graph/index.ts';
import type { RenderedNote, RenderOptions } from '../page.ts';
import { groupByComponent, groupByProduct } from './log-source-names.ts';
import type { Product } from './log-source-names.ts';
import { linkNeighbours } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { relateRules } from './related-rules.ts';
import type { Relation } from './related-rules.ts';
import { surveyGraph, surveyOn } from './survey.ts';
import type { CoverageSurvey, Survey } from './survey.ts';
import { createTagFamily } from './tag-family.ts';
import type { TagFamily } from './tag-family.ts';
import { createTables } from './tables.ts';
import type { Tables } from './tables.ts';

/** Renders the body of a note. */
export type RenderNote = (node: NoteNode) => RenderedNote;

/** What every page of a build is made with: all that is worked out once and shared. */
export interface PageContext {
  readonly survey: Survey;
  readonly ids: AttackIds;
  readonly tables: Tables;
  readonly neighbours: (node: GraphNode) => Neighbours;
  readonly relations: (rule: RuleNode) => readonly Relation[];
  /** By address. */
  readonly products: ReadonlyMap<string, Product>;
  readonly platforms: Platforms;
  /** What techniques have on one platform alone. */
  readonly coverageOn: (platform: PlatformNode) => CoverageSurvey;
  /** The rules that read the logs of a platform, in order. */
  readonly rulesOn: (platform: PlatformNode) => readonly RuleNode[];
  /** The atomic tests that run on a platform, in order. */
  readonly testsOn: (platform: PlatformNode) => readonly TestNode[];
  readonly componentsOf: (source: DataSourceNode) => readonly DataComponentNode[];
  /** The log sources that are known to give a data component, in order. */
  readonly logSourcesGiving: (component: DataComponentNode) => readonly LogSourceNode[];
  readonly tagFamily: TagFamily;
  readonly renderNote: RenderNote;
}

/** Prepares the pages of a build. */
export function createPageContext(graph: Graph, options: RenderOptions, renderNote: RenderNote): PageContext {
  const survey = surveyGraph(graph, options);
  const platforms = findPlatforms(graph);
  const rules = groupByEach(survey.rules, (rule) => platforms.ofRule(rule) ?? []);
  const tests = groupByEach(survey.tests, (test) => platforms.ofTest(test) ?? []);
  const covered = new Map<PlatformNode, CoverageSurvey>();
  const components = Map.groupBy(survey.dataComponents, ({ source }) => source);
  const logSources = groupByComponent(survey.logSources);
  return {
    survey,
    ids: readAttackIds(),
    tables: createTables(survey),
    neighbours: linkNeighbours(survey),
    relations: relateRules(survey.rules),
    products: groupByProduct(survey.logSources, graph.nodes),
    platforms,
    coverageOn: (platform) => {
      const known = covered.get(platform) ?? surveyOn(platform, survey, platforms);
      covered.set(platform, known);
      return known;
    },
    rulesOn: (platform) => rules.get(platform) ?? [],
    testsOn: (platform) => tests.get(platform) ?? [],
    componentsOf: ({ id }) => components.get(id) ?? [],
    logSourcesGiving: ({ id }) => logSources.get(id) ?? [],
    tagFamily: createTagFamily(survey.tags),
    renderNote,
  };
}

function groupByEach<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
