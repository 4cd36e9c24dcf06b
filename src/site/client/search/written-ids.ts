// What the filters of lists know of ids; all else about identifiers is loaded with the search alone.

/** A technique's id in its one written form; undefined for a word, in lower case, that is none. */
export function techniqueOf(word: string): string | undefined {
  const match = /^(?:attack\.)?(?:t(\d{4})(?:[._/-](\d{1,3})|\s(\d{3}))?|(\d{4})[._/](\d{3}))$/.exec(word);
  if (match === null) return undefined;
  const number = match[1] ?? match[4] ?? '';
  const sub = match[2] ?? match[3] ?? match[5];
  return sub === undefined ? `T${number}` : `T${number}.${sub.padStart(3, '0')}`;
}

/** A UUID with its hyphens; undefined for a word, in lower case, that is none. */
export function uuidOf(word: string): string | undefined {
  const parts = /^([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})$/.exec(word);
  return parts?.slice(1).join('-');
}
