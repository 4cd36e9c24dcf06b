import { levels, slugify, statuses } from '../../domain/index.ts';
import { logSourceTitle } from '../node-ids.ts';
import type { PlatformNode, RuleNode } from '../nodes.ts';
import type { Platforms } from './platforms.ts';
import type { TechniqueCoverage } from './technique-coverage.ts';

/** How often a name occurs. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** A platform of a technique or of its tests, and how many of its rules and tests count there. */
export interface PlatformTally {
  readonly name: string;
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
}

/** What rules without a level, status or log source are counted under. */
const NOT_STATED = 'not stated';

/** Counts a technique's own rules by level, status and log source. */
export function breakDown({ rules }: TechniqueCoverage): Breakdown {
  return {
    levels: tally(rules, ({ sigma }) => sigma.level?.toLowerCase()).toSorted(byRank(levels)),
    statuses: tally(rules, ({ sigma }) => sigma.status?.toLowerCase()).toSorted(byRank(statuses)),
    logSources: tally(rules, ({ sigma }) => logSourceTitle(sigma.logSource)).toSorted((a, b) => b.count - a.count),
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

/** Counts a technique's own rules and tests by platform: its own in their order, then those that only its tests name. */
export function breakDownByPlatform(
  { technique, rules, tests }: TechniqueCoverage,
  platforms: Platforms,
): readonly PlatformTally[] {
  const names = new Map<string, string>();
  for (const name of [...technique.platforms, ...tests.flatMap(({ test }) => test.platforms)]) {
    const key = slugify(name);
    if (!names.has(key)) names.set(key, name);
  }
  const rulesOn = countOn(rules.map((rule) => platforms.ofRule(rule)));
  const testsOn = countOn(tests.map((test) => platforms.ofTest(test)));
  return [...names.values()].flatMap((name) => {
    const platform = platforms.named(name);
    return platform === undefined ? [] : [{ name, rules: rulesOn(platform), tests: testsOn(platform) }];
  });
}

/** Counts those that are of a platform, and those of none in particular. */
function countOn(all: readonly (readonly PlatformNode[] | undefined)[]): (platform: PlatformNode) => number {
  const counts = new Map<PlatformNode | undefined, number>();
  for (const own of all) {
    for (const platform of own ?? [undefined]) counts.set(platform, (counts.get(platform) ?? 0) + 1);
  }
  return (platform) => (counts.get(platform) ?? 0) + (counts.get(undefined) ?? 0);
}
