import { readAttackIds } from '../../domain/index.ts';
import type { AttackIds } from '../../domain/index.ts';
import type {
  DataComponentNode,
  DataSourceNode,
  Graph,
  GraphNode,
  LogSourceNode,
  NoteNode,
  PlatformNode,
  RuleNode,
  TestNode,
} from '../../graph/index.ts';
import type { RenderedNote, RenderOptions } from '../page.ts';
import { groupByComponent, groupByProduct } from './log-source-names.ts';
import type { Product } from './log-source-names.ts';
import { linkNeighbours } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { findPlatforms, groupByPlatform } from './platform-names.ts';
import type { PlatformFinder } from './platform-names.ts';
import { relateRules } from './related-rules.ts';
import type { Relation } from './related-rules.ts';
import { surveyGraph } from './survey.ts';
import type { Survey } from './survey.ts';
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
  readonly platformNamed: PlatformFinder;
  /** The rules whose log source is a product of a platform, in order. */
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
  const platformNamed = findPlatforms(graph);
  const rules = Map.groupBy(survey.rules, ({ sigma }) => platformNamed(sigma.logSource.product ?? ''));
  const tests = groupByPlatform(survey.tests, platformNamed);
  const components = Map.groupBy(survey.dataComponents, ({ source }) => source);
  const logSources = groupByComponent(survey.logSources);
  return {
    survey,
    ids: readAttackIds(),
    tables: createTables(survey),
    neighbours: linkNeighbours(survey),
    relations: relateRules(survey.rules),
    products: groupByProduct(survey.logSources, graph.nodes),
    platformNamed,
    rulesOn: (platform) => rules.get(platform) ?? [],
    testsOn: (platform) => tests.get(platform) ?? [],
    componentsOf: ({ id }) => components.get(id) ?? [],
    logSourcesGiving: ({ id }) => logSources.get(id) ?? [],
    tagFamily: createTagFamily(survey.tags),
    renderNote,
  };
}
