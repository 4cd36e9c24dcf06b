import type { RuleNode, TestNode } from '../nodes.ts';
import type { Pairing } from '../pairing/index.ts';

/** The tests that a rule names one by one or runbook by runbook, each once, by its surest strength. */
export interface NamedTests {
  readonly declared: readonly TestNode[];
  readonly cited: readonly TestNode[];
}

/** What a rule names itself: not what it shares a technique with, nor whole pages of atomics. */
export function testsNamedBy(rule: RuleNode, { ties, tests }: Pairing): NamedTests {
  const declared = new Set<TestNode>();
  const cited = new Set<TestNode>();
  for (const { strength, target } of ties(rule)) {
    if (target.kind === 'technique') continue;
    for (const test of tests.testsOf(target)) {
      if (strength === 'declared') declared.add(test);
      else if (!declared.has(test)) cited.add(test);
    }
  }
  return { declared: [...declared], cited: [...cited] };
}
