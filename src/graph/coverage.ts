import type { Graph } from './graph.ts';
import type { NodeId, TechniqueNode } from './nodes.ts';

/** Rules and tests of a technique: its own, and apart from them its sub-techniques'. */
export interface TechniqueCoverage {
  readonly technique: TechniqueNode;
  readonly rules: readonly NodeId[];
  readonly tests: readonly NodeId[];
  readonly subTechniqueRules: readonly NodeId[];
  readonly subTechniqueTests: readonly NodeId[];
}

/** What stands on a technique, by edges of the graph; a parent never takes over its sub-techniques' rules and tests. */
export function coverageOf(graph: Graph, technique: TechniqueNode): TechniqueCoverage {
  const children = graph.sources(technique.id, 'sub-technique-of');
  const own = (id: NodeId, kind: 'rule-technique' | 'test-technique'): readonly NodeId[] =>
    graph.sources(id, kind).map((node) => node.id);
  const below = (kind: 'rule-technique' | 'test-technique'): readonly NodeId[] => [
    ...new Set(children.flatMap((child) => own(child.id, kind))),
  ];
  return {
    technique,
    rules: own(technique.id, 'rule-technique'),
    tests: own(technique.id, 'test-technique'),
    subTechniqueRules: below('rule-technique'),
    subTechniqueTests: below('test-technique'),
  };
}

/** Coverage as other programs read it: techniques in the order of their ids, then what is missing. */
export function coverageJson(graph: Graph): object {
  const coverage = graph
    .ofKind('technique')
    .filter(({ techniqueId }) => techniqueId !== undefined)
    .map((technique) => coverageOf(graph, technique));
  const idsWhere = (holds: (one: TechniqueCoverage) => boolean): readonly NodeId[] =>
    coverage.filter(holds).map(({ technique }) => technique.id);
  return {
    version: 1,
    techniques: coverage.map(techniqueJson),
    gaps: {
      rulesWithoutTests: idsWhere(({ rules, tests }) => rules.length > 0 && tests.length === 0),
      testsWithoutRules: idsWhere(({ rules, tests }) => rules.length === 0 && tests.length > 0),
      neither: idsWhere(({ rules, tests }) => rules.length === 0 && tests.length === 0),
      rulesWithoutTechnique: graph
        .ofKind('rule')
        .filter(({ techniques }) => techniques.length === 0)
        .map(({ id }) => id),
    },
  };
}

function techniqueJson({ technique, ...coverage }: TechniqueCoverage): object {
  const { techniqueId, title, tactics } = technique;
  return { id: techniqueId, name: title, tactics, ...coverage };
}
