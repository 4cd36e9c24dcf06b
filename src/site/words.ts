/** `1 rule`, `1,204 rules`: a count with its noun. The plural is the noun with an s unless given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A count with its thousands parted: `2,822`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}
