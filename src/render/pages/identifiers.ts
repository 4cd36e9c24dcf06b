/** Aliases shorter than this are found in no index or stand everywhere. */
const SHORTEST = 3;
const LONGEST = 64;
/** Beyond this length a run is a hash or a piece of an encoded blob: kept only where there is room. */
const READABLE = 32;
/** Longer words are blobs; what stands in their first part is enough. */
const LONGEST_TOKEN = 4096;

const TOKEN = /\S+/g;
/** What most tokens are. */
const COMMON_WORD = /^[("']?[A-Za-z][a-z]*[.,;:)"']?$/;
const WEB_ADDRESS = /https?:\/\//i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CVE = /\bCVE-\d{4}-\d{4,7}\b/gi;

/** What letters and digits are. The ASCII ones are several times faster, and most texts hold no others. */
interface Alphabet {
  /** A run of letters, digits and underscores: what the index keeps whole. */
  readonly word: RegExp;
  readonly plainWord: RegExp;
  readonly betweenWords: RegExp;
  /** A name with its full stops and hyphens. */
  readonly segment: RegExp;
  readonly run: RegExp;
  /** Where Pagefind splits a run into parts: between letters and digits, at a capital inside, and after capitals (`PS|Inject`). */
  readonly parted: RegExp;
}

const ASCII: Alphabet = {
  word: /\w+/g,
  plainWord: /^[A-Za-z][a-z]*$/,
  betweenWords: /\W+/g,
  segment: /[A-Za-z0-9][\w.-]*/g,
  run: /[A-Za-z0-9]+/g,
  parted: /[A-Za-z][0-9]|[0-9][A-Za-z]|[a-z][A-Z]|[A-Z]{2}[a-z]/,
};
const UNICODE: Alphabet = {
  word: /[\p{L}\p{N}_]+/gu,
  plainWord: /^\p{L}[\p{Ll}\p{Lo}]*$/u,
  betweenWords: /[^\p{L}\p{N}_]+/gu,
  segment: /[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu,
  run: /[\p{L}\p{N}]+/gu,
  parted: /\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u,
};

/**
 * The identifiers inside a text as people type them, most telling first, each once: what the search
 * index would only find in parts, because it reads `C:\Windows\System32\rundll32.exe` as one
 * word and its parts `rundll` and `32`. Here that gives `rundll32.exe`, `rundll32` and `System32`.
 * A word that the index finds as it stands is left out, and reading ends when `most` are found.
 */
export function identifiersIn(text: string, most: number): readonly string[] {
  const alphabet = /[\u0080-\uffff]/.test(text) ? UNICODE : ASCII;
  const found = new Set<string>();
  const long = new Set<string>();
  for (const whole of text.match(TOKEN) ?? []) {
    if (found.size >= most) break;
    const token = whole.slice(0, LONGEST_TOKEN);
    if (isPlain(token, alphabet)) continue;
    for (const word of namesIn(token, alphabet)) {
      if (word.length < SHORTEST || word.length > LONGEST) continue;
      (word.length > READABLE ? long : found).add(word);
    }
  }
  return [...found, ...long].slice(0, most);
}

/** True for a token that the index finds as it stands: one common word at most, whatever the punctuation around it. */
function isPlain(token: string, { word, plainWord }: Alphabet): boolean {
  if (COMMON_WORD.test(token)) return true;
  const words = token.match(word) ?? [];
  return words.length === 0 || (words.length === 1 && words.every((one) => plainWord.test(one)));
}

/** Of a web address, which no reader sees in a link, only what names a thing beyond it: CVEs. */
function namesIn(token: string, alphabet: Alphabet): readonly string[] {
  const address = token.search(WEB_ADDRESS);
  if (address === -1) return partsOf(token, alphabet);
  return [...partsOf(token.slice(0, address), alphabet), ...(token.slice(address).match(CVE) ?? [])];
}

function partsOf(token: string, alphabet: Alphabet): readonly string[] {
  const whole = squash(token, alphabet);
  return (token.match(alphabet.segment) ?? []).flatMap((segment) => {
    const name = segment.length > 2 * LONGEST ? segment : segment.replace(/[._-]+$/, '');
    const names = /[._-]/.test(name) && squash(name, alphabet) !== whole ? [name] : [];
    if (UUID.test(name)) return names;
    const runs = name.match(alphabet.run) ?? [];
    return [...names, ...runs.filter((run) => alphabet.parted.test(run) && run.toLowerCase() !== whole)];
  });
}

/** A word as the index keeps it whole: lower case, without punctuation. */
function squash(word: string, { betweenWords }: Alphabet): string {
  return word.toLowerCase().replace(betweenWords, '');
}
