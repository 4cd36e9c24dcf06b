import { levels, slugify, statuses } from '../../domain/index.ts';
import { logSourceTitle } from '../node-ids.ts';
import type { RuleNode } from '../nodes.ts';
import type { TechniqueCoverage } from './technique-coverage.ts';

/** How often a name occurs. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** A platform of a technique or of its tests. */
export interface PlatformTally {
  readonly name: string;
  /** Rules that read a product of that name: Sigma's rules name no platforms. */
  readonly rules: number;
  readonly tests: number;
}

/** A technique's own rules and tests, counted by what they say of themselves. */
export interface Breakdown {
  /** From the gravest down, unknown ones after. */
  readonly levels: readonly Tally[];
  /** From the most trusted down, unknown ones after. */
  readonly statuses: readonly Tally[];
  /** The most frequent first. */
  readonly logSources: readonly Tally[];
  /** The technique's own in its order, then those that only its tests name. */
  readonly platforms: readonly PlatformTally[];
}

/** What rules without a level, status or log source are counted under. */
const NOT_STATED = 'not stated';

/** Counts a technique's own rules by level, status and log source, and both rules and tests by platform. */
export function breakDown({ technique, rules, tests }: TechniqueCoverage): Breakdown {
  return {
    levels: tally(rules, ({ sigma }) => sigma.level?.toLowerCase()).toSorted(byRank(levels)),
    statuses: tally(rules, ({ sigma }) => sigma.status?.toLowerCase()).toSorted(byRank(statuses)),
    logSources: tally(rules, ({ sigma }) => logSourceTitle(sigma.logSource)).toSorted((a, b) => b.count - a.count),
    // Tables of techniques do without, and a technique may have thousands of tests.
    get platforms() {
      return platformTallies({ technique, rules, tests });
    },
  };
}

function tally(rules: readonly RuleNode[], nameOf: (rule: RuleNode) => string | undefined): readonly Tally[] {
  const groups = Map.groupBy(rules, (rule) => nameOf(rule) ?? NOT_STATED);
  return [...groups]
    .map(([name, group]) => ({ name, count: group.length }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function byRank(words: readonly string[]): (a: Tally, b: Tally) => number {
  const rank = ({ name }: Tally): number => {
    const at = words.indexOf(name);
    return at === -1 ? words.length : at;
  };
  return (a, b) => rank(a) - rank(b);
}

function platformTallies({
  technique,
  rules,
  tests,
}: Pick<TechniqueCoverage, 'technique' | 'rules' | 'tests'>): readonly PlatformTally[] {
  const names = new Map<string, string>();
  for (const name of [...technique.platforms, ...tests.flatMap(({ test }) => test.platforms)]) {
    const key = slugify(name);
    if (!names.has(key)) names.set(key, name);
  }
  const ofRules = countEach(rules.map(({ sigma }) => slugify(sigma.logSource.product ?? '')));
  const ofTests = countEach(tests.flatMap(({ test }) => [...new Set(test.platforms.map(slugify))]));
  return [...names].map(([key, name]) => ({ name, rules: ofRules.get(key) ?? 0, tests: ofTests.get(key) ?? 0 }));
}

function countEach(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
