import { LONGEST_IDENTIFIER, bareWordOf, cveOf, identifierOf } from './identifiers.ts';
import { techniqueOf } from './written-ids.ts';

// Apart from the identifiers, which pages with lists know too.

const SHORTEST_NAME = 3;

/** Of a longer text so many of its identifiers are looked up. */
const MOST_WITHIN = 4;

/**
 * The keys under which the site's own index may know a text: the identifier that it is, else the text as a title, an alias, a
 * file name or a tag, with and without the marks around it (`#detection_rule`, `[[Note]]`), and the identifiers in it. None for a
 * text so short that it is still being typed.
 */
export function indexKeysOf(text: string): readonly string[] {
  const identifier = identifierOf(text);
  if (identifier !== undefined) return [identifier];
  const name = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (name.length < SHORTEST_NAME) return [];
  const ids = /^\d{4}$/.test(name) ? [`t${name}`] : name.split(' ').flatMap(identifiersIn).slice(0, MOST_WITHIN);
  const names = [name, bareWordOf(name)].flatMap((one) => [one, one.replace(/\.(?:md|ya?ml)$/, '')]);
  return [...new Set([...names.filter(Boolean), ...ids])];
}

/** The identifier that a word is, else those of which marks part the rest of it: `rule_id=…`, `…/T1059.001/…`, `T1059,T1003`. */
function identifiersIn(word: string): readonly string[] {
  const identifier = identifierOf(word);
  if (identifier !== undefined) return [identifier];
  return word.split(/[^\p{L}\p{N}._-]+/u).flatMap((part) => identifierOf(part) ?? []);
}

/**
 * A search as Pagefind understands it: technique ids and CVEs in their one written form, Windows paths cut to their file names,
 * other paths, `EventID=4688` and `Image|endswith` to their parts, since a word with marks inside is found only where it stands
 * whole; and no signs such as `$` and `|` around a word, with which it is found nowhere.
 */
export function toPagefindText(text: string): string {
  const whole = techniqueOf(bareWordOf(text.slice(0, LONGEST_IDENTIFIER)));
  if (whole !== undefined) return whole;
  const quoted = /^"([^"]+)"$/.exec(text.trim())?.[1];
  const words = (quoted === undefined ? withoutQuotes(text) : text).trim().split(/\s+/);
  // The index does not know the parts of one word as words in a row.
  const parts = quoted === undefined ? [] : words.length === 1 ? partsOf(quoted) : [fileNameOf(quoted)];
  const isParted = parts.length > 0 && parts.join() !== quoted;
  return (isParted ? parts : words.flatMap((word) => idWordOf(word) ?? partsOf(withoutSigns(word)))).join(' ');
}

/** As of a command line, whose quotes keep together a path with spaces and ask for no words in a row. */
function withoutQuotes(text: string): string {
  const words = text.replace(/"([^"]*)"/g, (_, part: string) => ` ${fileNameOf(part)} `).replaceAll('"', ' ');
  return words.trim() === '' ? text : words;
}

function idWordOf(word: string): string | undefined {
  if (word.length > LONGEST_IDENTIFIER) return undefined;
  const bare = bareWordOf(word);
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
