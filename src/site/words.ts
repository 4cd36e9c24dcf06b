/** `1 rule`, `1,204 rules`: a count with its noun. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${countedNoun(count, noun)}`;
}

/** The noun alone as it stands after a count. */
export function countedNoun(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** The pieces of a name or an address between which a line may break, where no browser would break it by itself. */
export function lineParts(text: string): readonly string[] {
  return text.split(/(?<=[_/-])|(?<=\w)(?=\.\w)/);
}

/** A count with its thousands parted: `2,822`. */
export function formatCount(count: number): string {
  // A browser's own words for numbers take a fifth of a frame to load.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
