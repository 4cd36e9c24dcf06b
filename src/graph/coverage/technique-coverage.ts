import type { Graph } from '../graph.ts';
import type { NodeId, RuleNode, TechniqueNode, TestNode } from '../nodes.ts';
import { onlyKind } from '../only-kind.ts';
import { strengths } from '../pairing/index.ts';
import type { Strength } from '../pairing/index.ts';

/** What a technique has of its own: rules and tests, one of the two, or neither. */
export const coverageStates = ['both', 'rules-only', 'tests-only', 'neither'] as const;
/** One of {@link coverageStates}. */
export type CoverageState = (typeof coverageStates)[number];

/** Rules and tests of a technique: its own, and apart from them its sub-techniques'. Each once, in the order of the graph's nodes. */
export interface TechniqueCoverage {
  readonly technique: TechniqueNode;
  /** The technique above it, where that has a note. */
  readonly parent: TechniqueNode | undefined;
  readonly subTechniques: readonly TechniqueNode[];
  readonly rules: readonly RuleNode[];
  readonly tests: readonly TestNode[];
  readonly subTechniqueRules: readonly RuleNode[];
  readonly subTechniqueTests: readonly TestNode[];
  readonly state: CoverageState;
  /** How surely a test of the technique tries any rule of it; undefined unless it has both. */
  readonly tested: Strength | undefined;
}

/** What stands on every technique of a vault; a parent never takes over its sub-techniques' rules and tests. */
export interface Coverage {
  /** In the order of the graph's nodes. */
  readonly techniques: readonly TechniqueCoverage[];
  /** Throws when the technique is not of this vault. */
  of(technique: TechniqueNode): TechniqueCoverage;
}

/** Works out the coverage of every technique. */
export function surveyCoverage(graph: Graph): Coverage {
  const own = new Map(graph.ofKind('technique').map((technique) => [technique.id, ownOf(graph, technique)]));
  const techniques = graph.ofKind('technique').map((technique) => coverageOf(graph, technique, own));
  const byId = new Map(techniques.map((coverage) => [coverage.technique.id, coverage]));
  return {
    techniques,
    of: ({ id }) => {
      const found = byId.get(id);
      if (found === undefined) throw new Error(`${id} is no technique of this vault`);
      return found;
    },
  };
}

type Own = Pick<TechniqueCoverage, 'rules' | 'tests'>;

function ownOf(graph: Graph, { id }: TechniqueNode): Own {
  return {
    rules: onlyKind(graph.sources(id, 'rule-technique'), 'rule'),
    tests: onlyKind(graph.sources(id, 'test-technique'), 'test'),
  };
}

function coverageOf(graph: Graph, technique: TechniqueNode, all: ReadonlyMap<NodeId, Own>): TechniqueCoverage {
  const own = (node: TechniqueNode): Own => all.get(node.id) ?? ownOf(graph, node);
  const subTechniques = onlyKind(graph.sources(technique.id, 'sub-technique-of'), 'technique');
  const parts = {
    technique,
    parent: onlyKind(graph.targets(technique.id, 'sub-technique-of'), 'technique')[0],
    subTechniques,
    ...own(technique),
    subTechniqueRules: [...new Set(subTechniques.flatMap((node) => own(node).rules))],
    subTechniqueTests: [...new Set(subTechniques.flatMap((node) => own(node).tests))],
  };
  return coverageFrom(parts, (rule) => graph.pairing.strengthOf(rule, technique.techniqueId));
}

/** A technique's coverage by its rules and tests; `strengthOf` tells how surely any of these tests tries a rule. */
export function coverageFrom(
  parts: Omit<TechniqueCoverage, 'state' | 'tested'>,
  strengthOf: (rule: RuleNode) => Strength | undefined,
): TechniqueCoverage {
  const { rules, tests } = parts;
  return {
    ...parts,
    state: stateOf(rules.length, tests.length),
    tested: tests.length === 0 ? undefined : strongest(rules.map(strengthOf)),
  };
}

function stateOf(rules: number, tests: number): CoverageState {
  if (rules > 0) return tests > 0 ? 'both' : 'rules-only';
  return tests > 0 ? 'tests-only' : 'neither';
}

function strongest(found: readonly (Strength | undefined)[]): Strength | undefined {
  return strengths.find((strength) => found.includes(strength));
}
