/** `1 rule`, `1,204 rules`: a count with its noun. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${countedNoun(count, noun)}`;
}

/** The noun alone as it stands after a count. */
export function countedNoun(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** A count with its thousands parted: `2,822`. */
export function formatCount(count: number): string {
  // A browser's own words for numbers take a fifth of a frame to load.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
