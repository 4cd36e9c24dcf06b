const collator = new Intl.Collator('en', { numeric: true });

/** Orders texts as a reader expects: without regard to case first, numbers by their value, ties by code units. */
export function compareNatural(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The place of a word in a list of words, letter case aside; after the last when it is missing or unknown. */
export function rankIn(words: readonly string[], word: string | undefined): number {
  const at = word === undefined ? -1 : words.indexOf(word.toLowerCase());
  return at === -1 ? words.length : at;
}
