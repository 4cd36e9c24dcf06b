const SHORTEST_NAME = 3;

/** No identifier is longer, whatever stands around it. */
const LONGEST_IDENTIFIER = 80;
const ATTACK_ADDRESS = /^\W*(?:https?:\/\/)?attack\.mitre\.org\/(?:versions\/v\d+\/)?[a-z]+\//i;
/** Of a longer text so many of its identifiers are looked up. */
const MOST_WITHIN = 4;

/**
 * The form in which an identifier stands in the site's own index, lower case: `t1059_001`, `T1059/001`, `T1059 001`, `T1059.1`,
 * `1059.001`, `attack.t1059.001`, `tag:t1059_001` and the technique's address at ATT&CK give `t1059.001`; `CVE_2021_1675`,
 * `cve20211675` and `2021-1675` give `cve-2021-1675`; a UUID may lack its hyphens; a tactic's id and other short ids are folded
 * alone. Quotes, brackets and other marks around it are left out. Undefined for text that is no identifier.
 */
export function identifierOf(text: string): string | undefined {
  if (text.length > LONGEST_IDENTIFIER) return undefined;
  const word = withoutMarks(text.toLowerCase()).replace(/^(?:tag|id|guid):\W*/, '');
  const known = techniqueOf(word)?.toLowerCase() ?? cveOf(word)?.toLowerCase() ?? uuidOf(word);
  if (known !== undefined) return known;
  return /^[a-z]{1,3}\d{3,5}$/.test(word) ? word : undefined;
}

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

/** Also without what stands before an id in an address of ATT&CK's site. */
function withoutMarks(text: string): string {
  return text.replace(ATTACK_ADDRESS, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Symbols as Unicode counts them; what a word is made of stays. */
function withoutSigns(word: string): string {
  return word.replace(/^\p{S}+(?=.)/u, '').replace(/(?<=[^\p{S}])\p{S}+$/u, '');
}

function cveOf(word: string): string | undefined {
  const match = /^(?:cve[-_.\s]?(\d{4})[-_.\s]?|((?:19|20)\d\d)-)(\d{4,7})$/.exec(word);
  return match === null ? undefined : `CVE-${match[1] ?? match[2] ?? ''}-${match[3] ?? ''}`;
}

function uuidOf(word: string): string | undefined {
  const parts = /^([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})$/.exec(word);
  return parts?.slice(1).join('-');
}

function partsOf(word: string): readonly string[] {
  const file = fileNameOf(word);
  if (file !== word || word.includes('://')) return [file];
  const parts = word.split(/[\\/=|]|:(?=[\\/]|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length < 2 ? [word] : parts;
}

function techniqueOf(word: string): string | undefined {
  const match = /^(?:attack\.)?(?:t(\d{4})(?:[._/-](\d{1,3})|\s(\d{3}))?|(\d{4})[._/](\d{3}))$/.exec(word);
  if (match === null) return undefined;
  const number = match[1] ?? match[4] ?? '';
  const sub = match[2] ?? match[3] ?? match[5];
  return sub === undefined ? `T${number}` : `T${number}.${sub.padStart(3, '0')}`;
}

function fileNameOf(word: string): string {
  const match = /^(?:[a-z]:|\\\\|%\w+%)\\?(?:[^\\]+\\)*([^\\]+)$/i.exec(word);
  return match?.[1] ?? word;
}
