/** Indexes of parts, ascending, that no note meets together, though it may meet fewer of them. */
export type Conflict = readonly number[];

/** With more parts, not all combinations are tried. */
const MOST_EXHAUSTIVE = 8;

/**
 * The fewest of so many parts that are impossible together, given what tells whether some are; all
 * of them are, and none is alone. With very many parts the combination cannot do without one of its
 * parts, but a smaller one may exist.
 */
export function smallestConflict(count: number, isImpossible: (indexes: readonly number[]) => boolean): Conflict {
  const all = Array.from({ length: count }, (_, index) => index);
  if (count > MOST_EXHAUSTIVE) return irreducible(all, isImpossible);
  for (let size = 2; size < count; size += 1) {
    for (const indexes of combinations(all, size)) if (isImpossible(indexes)) return indexes;
  }
  return all;
}

/** Leaves out what can be left out, one after the other. */
function irreducible(all: readonly number[], isImpossible: (indexes: readonly number[]) => boolean): Conflict {
  let kept = all;
  for (const index of all) {
    const fewer = kept.filter((other) => other !== index);
    if (fewer.length > 1 && isImpossible(fewer)) kept = fewer;
  }
  return kept;
}

/** All ways to take so many of some values, in the order of the values. */
function* combinations(values: readonly number[], size: number): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, value] of values.entries()) {
    for (const rest of combinations(values.slice(at + 1), size - 1)) yield [value, ...rest];
  }
}
