import type { NodeId, RuleNode } from '../nodes.ts';
import { reasonsInWords } from './strength.ts';
import type { Pairing } from './pairing.ts';
import type { Strength } from './strength.ts';

/** A pair as an edge of the graph's JSON. */
export interface PairEdge {
  readonly kind: 'rule-test';
  readonly from: NodeId;
  readonly to: NodeId;
  readonly strength: Strength;
  /** Its reasons in words. */
  readonly why: string;
}

/** The pairs of a vault, written out. */
export interface PairEdges {
  /** In the order of the rules, each pair once, by its surest strength. */
  readonly edges: readonly PairEdge[];
  /** True when pairs by technique alone were left out, because there were too many. */
  readonly isShortened: boolean;
}

/**
 * Pairs by technique grow with the product of rules and tests. Beyond this many, which is six times those of the
 * largest vault that we know, they are not written out: they follow from `rule-technique` and `test-technique`.
 */
const MOST_BY_TECHNIQUE = 200_000;

/** Every pair of a vault as an edge. `most` is for tests. */
export function pairEdges(rules: readonly RuleNode[], pairing: Pairing, most = MOST_BY_TECHNIQUE): PairEdges {
  const isShortened = countByTechnique(rules, pairing) > most;
  const edges = rules.flatMap((rule) => {
    const pairs = pairing.ofRule(rule, isShortened ? 'cited' : 'same-technique');
    return pairs.map(({ test, strength, reasons }): PairEdge => {
      return { kind: 'rule-test', from: rule.id, to: test.id, strength, why: reasonsInWords(reasons) };
    });
  });
  return { edges, isShortened };
}

/** At most so many pairs by technique, counted without making them. */
function countByTechnique(rules: readonly RuleNode[], { ties, tests }: Pairing): number {
  const byTechnique = rules.flatMap((rule) => ties(rule).filter(({ strength }) => strength === 'same-technique'));
  return byTechnique.reduce((sum, { target }) => sum + tests.testsOf(target).length, 0);
}
