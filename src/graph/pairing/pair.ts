import type { RuleNode, TestNode } from '../nodes.ts';
import type { Tie } from './rule-ties.ts';
import { strengths } from './strength.ts';
import type { Reason, Strength } from './strength.ts';

/** A rule and a test that belong together, by the surest strength that they have. */
export interface Pair {
  readonly rule: RuleNode;
  readonly test: TestNode;
  readonly strength: Strength;
  /** Every reason of that strength, at least one; weaker ones are left out. */
  readonly reasons: readonly Reason[];
}

/** The pair that some ties make, the surest of them first; undefined when there is no tie. */
export function pairFrom({ rule, test }: Pick<Pair, 'rule' | 'test'>, ties: readonly Tie[]): Pair | undefined {
  const [first] = ties;
  if (first === undefined) return undefined;
  const { strength } = first;
  const reasons = ties.filter((tie) => tie.strength === strength).map(({ reason }) => reason);
  return { rule, test, strength, reasons: mergeTechniques(reasons) };
}

/** Orders strengths from the surest down. */
export function compareStrength(a: Strength, b: Strength): number {
  return strengths.indexOf(a) - strengths.indexOf(b);
}

/** Several techniques in common are one reason. */
function mergeTechniques(reasons: readonly Reason[]): readonly Reason[] {
  const techniques = reasons.flatMap((reason) => (reason.kind === 'technique' ? reason.techniques : []));
  if (techniques.length < 2) return reasons;
  return [...reasons.filter(({ kind }) => kind !== 'technique'), { kind: 'technique', techniques }];
}
