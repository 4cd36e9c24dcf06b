import type { MatrixFacet, MatrixTraits, RuleGroup } from '../../../render/index.ts';

/** What a reader has chosen: for each facet that narrows, the places of its names. */
export type MatrixChoices = ReadonlyMap<MatrixFacet, ReadonlySet<number>>;

/** A technique as the filters see it. */
export interface Narrowed {
  readonly isMatch: boolean;
  /** Its own rules of the chosen levels and statuses; all of them when none is chosen. */
  readonly rules: number;
}

/**
 * Whether a technique has one of the chosen names of every facet. Level and status ask for one rule that has both, and only
 * such rules count then.
 */
export function narrow(traits: MatrixTraits, choices: MatrixChoices): Narrowed {
  let rules = 0;
  for (const group of traits.rules) if (isGroupChosen(group, choices)) rules += group.count;
  const asksRules = choices.has('level') || choices.has('status');
  const hasNames =
    hasChosen(traits.platforms, choices.get('platform')) && hasChosen(traits.dataSources, choices.get('data-source'));
  return { isMatch: hasNames && (!asksRules || rules > 0), rules };
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
  switch (facet) {
    case 'platform':
      return traits.platforms;
    case 'data-source':
      return traits.dataSources;
    case 'level':
    case 'status':
      return new Set(
        traits.rules.filter((group) => isGroupChosen(group, others)).flatMap((group) => group[facet] ?? []),
      );
  }
}

function isGroupChosen({ level, status }: RuleGroup, choices: MatrixChoices): boolean {
  return isChosen(level, choices.get('level')) && isChosen(status, choices.get('status'));
}

function hasChosen(places: readonly number[], chosen: ReadonlySet<number> | undefined): boolean {
  return chosen === undefined || places.some((place) => chosen.has(place));
}

function isChosen(place: number | undefined, chosen: ReadonlySet<number> | undefined): boolean {
  return chosen === undefined || (place !== undefined && chosen.has(place));
}
