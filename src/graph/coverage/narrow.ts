import type { Graph } from '../graph.ts';
import type { PlatformNode } from '../nodes.ts';
import { countsOn } from './platforms.ts';
import type { Platforms } from './platforms.ts';
import { coverageFrom } from './technique-coverage.ts';
import type { TechniqueCoverage } from './technique-coverage.ts';

/** What a technique has on one platform: the rules that read its logs and the tests that run on it. */
export function narrowCoverage(
  coverage: TechniqueCoverage,
  platform: PlatformNode,
  { graph, platforms }: { readonly graph: Graph; readonly platforms: Platforms },
): TechniqueCoverage {
  const { technique, parent, subTechniques } = coverage;
  const rulesHere = (rules: TechniqueCoverage['rules']): TechniqueCoverage['rules'] =>
    rules.filter((rule) => countsOn(platform, platforms.ofRule(rule)));
  const testsHere = (tests: TechniqueCoverage['tests']): TechniqueCoverage['tests'] =>
    tests.filter((test) => countsOn(platform, platforms.ofTest(test)));
  const parts = {
    technique,
    parent,
    subTechniques,
    rules: rulesHere(coverage.rules),
    tests: testsHere(coverage.tests),
    subTechniqueRules: rulesHere(coverage.subTechniqueRules),
    subTechniqueTests: testsHere(coverage.subTechniqueTests),
  };
  return coverageFrom(parts, graph.pairing.strengthAmong(parts.tests));
}
