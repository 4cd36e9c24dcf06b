/** Aliases shorter than this are found in no index or stand everywhere. */
const SHORTEST = 3;
const LONGEST = 64;
/** Beyond this length a run is a hash or a piece of an encoded blob: kept only where there is room. */
const READABLE = 32;

/** Longer words are blobs; what stands in their first part is enough. */
const LONGEST_TOKEN = 4096;

const TOKEN = /\S+/g;
const SEGMENT = /[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu;
const RUN = /[\p{L}\p{N}]+/gu;
const WORD = /[\p{L}\p{N}_]+/gu;
const PLAIN_WORD = /^\p{L}[\p{Ll}\p{Lo}]*$/u;
const WEB_ADDRESS = /^[^\p{L}\p{N}]*https?:\/\//iu;
/** Where Pagefind splits a run into parts: between letters and digits, and at a capital inside. */
const HAS_PARTS = /\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}/u;
const CVE = /\bCVE-\d{4}-\d{4,7}\b/gi;

/**
 * The identifiers inside a text as people type them, most telling first, each once: what the search
 * index would only find in parts, because it reads `C:\Windows\System32\rundll32.exe` as one
 * word and its parts `rundll` and `32`. Here that gives `rundll32.exe`, `rundll32` and `System32`.
 * A word that the index finds as it stands is left out, and reading ends when `most` are found.
 */
export function identifiersIn(text: string, most: number): readonly string[] {
  const found = new Set<string>();
  const long = new Set<string>();
  for (const [whole] of text.matchAll(TOKEN)) {
    if (found.size >= most) break;
    const token = whole.slice(0, LONGEST_TOKEN);
    if (isPlain(token)) continue;
    for (const word of WEB_ADDRESS.test(token) ? namesInAddress(token) : partsOf(token)) {
      if (word.length < SHORTEST || word.length > LONGEST) continue;
      (word.length > READABLE ? long : found).add(word);
    }
  }
  return [...found, ...long].slice(0, most);
}

/** True for a token that the index finds as it stands: one common word at most, whatever the punctuation around it. */
function isPlain(token: string): boolean {
  const words = token.match(WORD) ?? [];
  return words.length === 0 || (words.length === 1 && words.every((word) => PLAIN_WORD.test(word)));
}

/** From a web address only what names a thing beyond it: CVEs. */
function namesInAddress(token: string): readonly string[] {
  return token.match(CVE) ?? [];
}

function partsOf(token: string): readonly string[] {
  const whole = squash(token);
  return (token.match(SEGMENT) ?? []).flatMap((segment) => {
    const name = segment.length > 2 * LONGEST ? segment : segment.replace(/[._-]+$/, '');
    const isSnake = name.includes('_');
    const runs = (name.match(RUN) ?? []).filter((run) => isHidden(run, isSnake) && run.toLowerCase() !== whole);
    return squash(name) !== whole && /[._-]/.test(name) ? [name, ...runs] : runs;
  });
}

/** True for a run that the index does not find as a part of its word. */
function isHidden(run: string, isSnake: boolean): boolean {
  return HAS_PARTS.test(run) || (isSnake && run.length > SHORTEST);
}

/** A word as the index keeps it whole: lower case, without punctuation. */
function squash(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, '');
}
