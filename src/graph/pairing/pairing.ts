import type { SigmaId, TechniqueId } from '../../domain/index.ts';
import type { LinkTarget } from '../link-target.ts';
import type { GraphNode, NodeId, RuleNode, TestNode } from '../nodes.ts';
import { compareStrength, pairFrom } from './pair.ts';
import type { Pair } from './pair.ts';
import { tiesOf } from './rule-ties.ts';
import type { Tie } from './rule-ties.ts';
import type { Strength } from './strength.ts';
import { indexTests, keyOfTarget, keysOfTest } from './test-index.ts';
import type { TestIndex } from './test-index.ts';

/**
 * The pairs of a vault's rules and tests. What ties a rule to tests is kept, and pairs are made when they are asked
 * for: a technique with 80 rules and 70 tests has 5,600 of them.
 */
export interface Pairing {
  readonly tests: TestIndex;
  /** What ties a rule to tests, the surest first. */
  ties(rule: RuleNode): readonly Tie[];
  /**
   * The pairs of a rule, the surest first, then in the order of the graph's nodes; `least` leaves out weaker ones, and
   * `most` those by technique alone beyond so many.
   */
  ofRule(rule: RuleNode, least?: Strength, most?: number): readonly Pair[];
  /** The pairs of a test, the surest first, then in the order of the graph's nodes; `most` as there, of rules. */
  ofTest(test: TestNode, most?: number): readonly Pair[];
  /** How surely a rule is tried by any test, or by any that carries a technique. Undefined when none does. */
  strengthOf(rule: RuleNode, technique?: TechniqueId): Strength | undefined;
  /** Tells how surely a rule is tried by any of some tests. */
  strengthAmong(some: readonly TestNode[]): (rule: RuleNode) => Strength | undefined;
}

/** What pairs are told from. */
export interface PairingInput {
  /** In the order of the graph. */
  readonly nodes: readonly GraphNode[];
  /** What every link of a rule's note leads to, in order. */
  readonly linksOf: (rule: RuleNode) => readonly LinkTarget[];
}

/** Pairs rules and tests. Takes time and memory by the ties of the rules, not by the pairs. */
export function pairRulesAndTests({ nodes, linksOf }: PairingInput): Pairing {
  const tests = indexTests(nodes);
  const rules = nodes.filter((node) => node.kind === 'rule');
  const ids = new Set(rules.flatMap(({ sigma }) => sigma.id ?? []));
  const world = { tests, linksOf, isRule: (id: SigmaId) => ids.has(id) };
  const tiesByRule = new Map(rules.map((rule) => [rule.id, tiesOf(rule, world)]));
  const ties = (rule: RuleNode): readonly Tie[] => tiesByRule.get(rule.id) ?? [];
  const sureByKey = groupByTarget(rules, (rule) => ties(rule).filter((tie) => !isByTechnique(tie)));
  const byTechnique = groupByTarget(rules, (rule) => ties(rule).filter(isByTechnique));
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const sorted = (pairs: readonly Pair[], far: (pair: Pair) => NodeId): readonly Pair[] => {
    const placeOf = (pair: Pair): number => order.get(far(pair)) ?? order.size;
    return pairs.toSorted((a, b) => compareStrength(a.strength, b.strength) || placeOf(a) - placeOf(b));
  };
  return {
    tests,
    ties,
    ofRule: (rule, least = 'same-technique', most = Infinity) => {
      const wanted = ties(rule).filter(({ strength }) => compareStrength(strength, least) <= 0);
      return sorted(pairsOfRule(rule, wanted, { tests, most }), ({ test }) => test.id);
    },
    ofTest: (test, most = Infinity) => {
      const keys = new Set(keysOfTest(test));
      const sure = new Set([...keys].flatMap((key) => sureByKey.get(key) ?? []));
      const others = [...keys].flatMap((key) => byTechnique.get(key)?.filter((rule) => !sure.has(rule)) ?? []);
      const near = new Set([...sure, ...new Set(others)].slice(0, sure.size + most));
      const between = (rule: RuleNode): readonly Tie[] =>
        ties(rule).filter(({ target }) => keys.has(keyOfTarget(target)));
      return sorted(
        [...near].flatMap((rule) => pairFrom({ rule, test }, between(rule)) ?? []),
        ({ rule }) => rule.id,
      );
    },
    strengthOf: (rule, technique) =>
      ties(rule).find(({ target }) =>
        technique === undefined ? tests.testsOf(target).length > 0 : tests.carries(target, technique),
      )?.strength,
    strengthAmong: (some) => {
      const keys = new Set(some.flatMap(keysOfTest));
      return (rule) => ties(rule).find(({ target }) => keys.has(keyOfTarget(target)))?.strength;
    },
  };
}

/** `ties` are the surest first, so that what `most` leaves out has none but a technique. */
function pairsOfRule(
  rule: RuleNode,
  ties: readonly Tie[],
  { tests, most }: { readonly tests: TestIndex; readonly most: number },
): readonly Pair[] {
  const byTest = new Map<TestNode, Tie[]>();
  let left = most;
  for (const tie of ties) {
    for (const test of tests.testsOf(tie.target)) {
      const known = byTest.get(test);
      if (known !== undefined) {
        known.push(tie);
        continue;
      }
      if (isByTechnique(tie) && left === 0) continue;
      if (isByTechnique(tie)) left -= 1;
      byTest.set(test, [tie]);
    }
  }
  return [...byTest].flatMap(([test, between]) => pairFrom({ rule, test }, between) ?? []);
}

function isByTechnique({ strength }: Tie): boolean {
  return strength === 'same-technique';
}

function groupByTarget(
  rules: readonly RuleNode[],
  ties: (rule: RuleNode) => readonly Tie[],
): ReadonlyMap<string, readonly RuleNode[]> {
  const groups = new Map<string, RuleNode[]>();
  for (const rule of rules) {
    for (const key of new Set(ties(rule).map(({ target }) => keyOfTarget(target)))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [rule]);
      else group.push(rule);
    }
  }
  return groups;
}
