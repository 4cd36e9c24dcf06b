const SHORTEST_NAME = 3;

/**
 * The form in which an identifier stands in the site's own index, lower case: `t1059_001`, `T1059/001`, `t1059-001`, `1059.001` and
 * `attack.t1059.001` give `t1059.001`, `cve_2021_1675` gives `cve-2021-1675`; a UUID, a tactic's id and other short ids are
 * folded alone. Undefined for text that is no identifier.
 */
export function identifierOf(text: string): string | undefined {
  const word = text.trim().toLowerCase().replace(/^#/, '');
  const technique = techniqueOf(word);
  if (technique !== undefined) return technique.toLowerCase();
  const cve = /^cve[-_.\s]?(\d{4})[-_.\s](\d{4,})$/.exec(word);
  if (cve !== null) return `cve-${String(cve[1])}-${String(cve[2])}`;
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(word)) return word;
  return /^[a-z]{1,3}\d{3,5}$/.test(word) ? word : undefined;
}

/**
 * The keys under which the site's own index may know a text: the identifier that it is, else the text as a title, an alias or a
 * file name. None for a text so short that it is still being typed.
 */
export function indexKeysOf(text: string): readonly string[] {
  const identifier = identifierOf(text);
  if (identifier !== undefined) return [identifier];
  const name = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (name.length < SHORTEST_NAME) return [];
  return [...new Set([name, name.replace(/\.(?:md|ya?ml)$/, '')])];
}

/**
 * A search as Pagefind understands it: technique ids in their one written form, Windows paths cut to their file names, other
 * paths and `EventID=4688` to their parts, since a word with marks inside is found only where it stands whole.
 */
export function toPagefindText(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((word) => techniqueOf(word.toLowerCase()) ?? partsOf(word))
    .join(' ');
}

function partsOf(word: string): readonly string[] {
  const file = fileNameOf(word);
  if (file !== word || word.includes('://')) return [file];
  const parts = word.split(/[\\/=]|:(?=[\\/]|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length < 2 ? [word] : parts;
}

function techniqueOf(word: string): string | undefined {
  const match = /^(?:attack\.)?(?:t(\d{4})(?:[._/-](\d{3}))?|(\d{4})[._/](\d{3}))$/.exec(word);
  if (match === null) return undefined;
  const number = match[1] ?? match[3] ?? '';
  const sub = match[2] ?? match[4];
  return sub === undefined ? `T${number}` : `T${number}.${sub}`;
}

function fileNameOf(word: string): string {
  const match = /^(?:[a-z]:|\\\\|%\w+%)\\?(?:[^\\]+\\)*([^\\]+)$/i.exec(word);
  return match?.[1] ?? word;
}
