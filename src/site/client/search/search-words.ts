import { LONGEST_IDENTIFIER, cveOf, identifierOf, techniqueOf, withoutMarks } from './identifiers.ts';

// Apart from the identifiers, which pages with lists know too.

const SHORTEST_NAME = 3;

/** Of a longer text so many of its identifiers are looked up. */
const MOST_WITHIN = 4;

/**
 * The keys under which the site's own index may know a text: the identifier that it is, else the text as a title, an alias or a
 * file name, and the identifiers in it. None for a text so short that it is still being typed.
 */
export function indexKeysOf(text: string): readonly string[] {
  const identifier = identifierOf(text);
  if (identifier !== undefined) return [identifier];
  const name = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (name.length < SHORTEST_NAME) return [];
  const within = name.split(' ').flatMap((word) => identifierOf(word) ?? []);
  const bare = /^\d{4}$/.test(name) ? [`t${name}`] : within.slice(0, MOST_WITHIN);
  return [...new Set([name, name.replace(/\.(?:md|ya?ml)$/, ''), ...bare])];
}

/**
 * A search as Pagefind understands it: technique ids and CVEs in their one written form, Windows paths cut to their file names,
 * other paths, `EventID=4688` and `Image|endswith` to their parts, since a word with marks inside is found only where it stands
 * whole; and no signs such as `$` and `|` around a word, with which it is found nowhere.
 */
export function toPagefindText(text: string): string {
  const whole = techniqueOf(withoutMarks(text.slice(0, LONGEST_IDENTIFIER).toLowerCase()));
  if (whole !== undefined) return whole;
  const words = text.trim().split(/\s+/);
  // The index does not know the parts of one word as words in a row.
  const quoted = words.length === 1 ? /^"(.+)"$/.exec(text.trim())?.[1] : undefined;
  const parts = quoted === undefined ? [] : partsOf(quoted);
  return (parts.length > 1 ? parts : words.flatMap((word) => idWordOf(word) ?? partsOf(withoutSigns(word)))).join(' ');
}

function idWordOf(word: string): string | undefined {
  if (word.length > LONGEST_IDENTIFIER) return undefined;
  const bare = withoutMarks(word.toLowerCase());
  return techniqueOf(bare) ?? cveOf(bare);
}

/** Symbols as Unicode counts them; what a word is made of stays. */
function withoutSigns(word: string): string {
  return word.replace(/^\p{S}+(?=.)/u, '').replace(/(?<=[^\p{S}])\p{S}+$/u, '');
}

function partsOf(word: string): readonly string[] {
  const file = fileNameOf(word);
  if (file !== word || word.includes('://')) return [file];
  const parts = word.split(/[\\/=|]|:(?=[\\/]|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length < 2 ? [word] : parts;
}

function fileNameOf(word: string): string {
  const match = /^(?:[a-z]:|\\\\|%\w+%)\\?(?:[^\\]+\\)*([^\\]+)$/i.exec(word);
  return match?.[1] ?? word;
}
