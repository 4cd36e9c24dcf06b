import type { MatrixFacet, MatrixTraits, RuleGroup, TestGroup } from '../../../render/index.ts';

/** What a reader has chosen: for each facet that narrows, the places of its names. */
export type MatrixChoices = ReadonlyMap<MatrixFacet, ReadonlySet<number>>;

/** A technique as the filters see it. */
export interface Narrowed {
  readonly isMatch: boolean;
  /** Its own rules of the chosen levels, statuses and platforms; all of them when none is chosen. */
  readonly rules: number;
  /** Its own tests on the chosen platforms. */
  readonly tests: number;
}

/**
 * Whether a technique has one of the chosen names of every facet. Level and status ask for one rule that has both, and only
 * such rules count then; of a platform, only what is there.
 */
export function narrow(traits: MatrixTraits, choices: MatrixChoices): Narrowed {
  const rules = sumOf(traits.rules, (group) => isGroupChosen(group, choices));
  const tests = sumOf(traits.tests, (group) => isThere(group, choices));
  const hasNames = isThere(traits, choices) && isChosen('data-source', traits.dataSources, choices);
  return { isMatch: hasNames && (!asksRules(choices) || rules > 0), rules, tests };
}

/** How many techniques each name of a facet would leave, by its place: with what is chosen of the other facets. */
export function countNames(
  facet: MatrixFacet,
  techniques: readonly MatrixTraits[],
  choices: MatrixChoices,
): ReadonlyMap<number, number> {
  const others = new Map(choices);
  others.delete(facet);
  const counts = new Map<number, number>();
  for (const traits of techniques) {
    if (!narrow(traits, others).isMatch) continue;
    for (const place of placesOf(facet, traits, others)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

function placesOf(facet: MatrixFacet, traits: MatrixTraits, others: MatrixChoices): Iterable<number> {
  if (facet === 'data-source') return traits.dataSources;
  if (facet === 'platform' && !asksRules(others)) return traits.platforms;
  const rules = traits.rules.filter((group) => isGroupChosen(group, others));
  return new Set(rules.flatMap((group) => (facet === 'platform' ? group.platforms : (group[facet] ?? []))));
}

function asksRules(choices: MatrixChoices): boolean {
  return choices.has('level') || choices.has('status');
}

function isGroupChosen(group: RuleGroup, choices: MatrixChoices): boolean {
  const { level, status } = group;
  return isThere(group, choices) && isChosen('level', [level], choices) && isChosen('status', [status], choices);
}

function isThere({ platforms }: Pick<TestGroup, 'platforms'>, choices: MatrixChoices): boolean {
  return isChosen('platform', platforms, choices);
}

function isChosen(facet: MatrixFacet, places: readonly (number | undefined)[], choices: MatrixChoices): boolean {
  const chosen = choices.get(facet);
  return chosen === undefined || places.some((place) => place !== undefined && chosen.has(place));
}

function sumOf<Group extends TestGroup>(groups: readonly Group[], isCounted: (group: Group) => boolean): number {
  let sum = 0;
  for (const group of groups) if (isCounted(group)) sum += group.count;
  return sum;
}
