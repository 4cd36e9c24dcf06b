import { breakDown, breakDownByPlatform, componentsGivenBy, findPlatforms, logSourcesOf } from '../coverage/index.ts';
import type { CoverageReport, Platforms, Tally, TechniqueCoverage } from '../coverage/index.ts';
import type { Graph } from '../graph.ts';
import { componentId } from '../node-ids.ts';
import { idsOf } from './coverage-json.ts';

/** Techniques as records for other programs (docs/api.md), in the order of the graph's nodes. */
export function techniquesJson({ graph, techniques }: CoverageReport): object {
  const platforms = findPlatforms(graph);
  return { version: 1, techniques: techniques.map((coverage) => techniqueJson(coverage, graph, platforms)) };
}

function techniqueJson(coverage: TechniqueCoverage, graph: Graph, known: Platforms): object {
  const { technique, parent, subTechniques, rules, tests, state, tested } = coverage;
  const { id, techniqueId, title: name, url, path, tactics, platforms, version, created, modified } = technique;
  const given = componentsGivenBy(logSourcesOf(graph, rules));
  const { levels, statuses, logSources } = breakDown(coverage);
  return {
    id,
    techniqueId,
    name,
    url,
    path,
    ...{ tactics, platforms, version, created, modified },
    parent: parent?.id,
    subTechniques: idsOf(subTechniques),
    components: technique.components.map((ref) => ({ ...ref, isRead: given.has(componentId(ref)) })),
    state,
    tested,
    counts: {
      rules: rules.length,
      tests: tests.length,
      subTechniqueRules: coverage.subTechniqueRules.length,
      subTechniqueTests: coverage.subTechniqueTests.length,
    },
    rulesByLevel: countsOf(levels),
    rulesByStatus: countsOf(statuses),
    rulesByLogSource: countsOf(logSources),
    byPlatform: breakDownByPlatform(coverage, known),
  };
}

function countsOf(tallies: readonly Tally[]): object {
  return Object.fromEntries(tallies.map(({ name, count }) => [name, count]));
}
