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
  const rules = sum(traits.rules.filter((group) => isGroupChosen(group, choices)));
  const tests = sum(traits.tests.filter((group) => isThere(group, choices)));
  const hasNames =
    hasChosen(traits.platforms, choices.get('platform')) && hasChosen(traits.dataSources, choices.get('data-source'));
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
  const rules = (): readonly RuleGroup[] => traits.rules.filter((group) => isGroupChosen(group, others));
  switch (facet) {
    case 'platform':
      return asksRules(others) ? new Set(rules().flatMap(({ platforms }) => platforms)) : traits.platforms;
    case 'data-source':
      return traits.dataSources;
    case 'level':
    case 'status':
      return new Set(rules().flatMap((group) => group[facet] ?? []));
  }
}

function asksRules(choices: MatrixChoices): boolean {
  return choices.has('level') || choices.has('status');
}

function isGroupChosen(group: RuleGroup, choices: MatrixChoices): boolean {
  const { level, status } = group;
  return isThere(group, choices) && isChosen(level, choices.get('level')) && isChosen(status, choices.get('status'));
}

function isThere({ platforms }: TestGroup, choices: MatrixChoices): boolean {
  return hasChosen(platforms, choices.get('platform'));
}

function hasChosen(places: readonly number[], chosen: ReadonlySet<number> | undefined): boolean {
  return chosen === undefined || places.some((place) => chosen.has(place));
}

function isChosen(place: number | undefined, chosen: ReadonlySet<number> | undefined): boolean {
  return chosen === undefined || (place !== undefined && chosen.has(place));
}

function sum(groups: readonly TestGroup[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}
