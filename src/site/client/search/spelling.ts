import { titleWordsPath } from '../../id-shards.ts';
import { jsonLoader } from './load-shard.ts';

/** Loads the words of all names of a site, by its base; rejects where they cannot be had. */
export async function loadTitleWords(base: string): Promise<readonly string[]> {
  const words = await jsonLoader(base)(titleWordsPath);
  return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
}

/** Shorter words may differ by one letter, others by two. */
const LONG = 7;

/**
 * What a search that finds nothing may have meant: its text with each unknown word put as the known word that is nearest by
 * letters left out, added, changed or swapped, and without the quotes that ask for words in a row. Undefined where nothing
 * changes. Known words are lower case.
 */
export function nearestText(text: string, known: readonly string[]): string | undefined {
  const vocabulary = new Set(known);
  const words = text.replaceAll('"', ' ').trim().split(/\s+/);
  const meant = words.map((word) => {
    const folded = word.toLowerCase();
    // `-urlcache,` is no other spelling of a word, but the word.
    const isKnown = vocabulary.has(folded) || vocabulary.has(folded.replace(/^\P{L}+|\P{L}+$/gu, ''));
    return isKnown ? word : (nearestWord(folded, known) ?? word);
  });
  const isOther = /^"[^"]+"$/.test(text.trim()) || meant.some((word, index) => word !== words[index]);
  return isOther && meant.join('') !== '' ? meant.join(' ') : undefined;
}

function nearestWord(word: string, known: readonly string[]): string | undefined {
  const most = word.length < LONG ? 1 : 2;
  if (word.length < 4) return undefined;
  let nearest: string | undefined;
  let least = most + 1;
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const distance = editDistance(word, other);
    if (distance < least) [nearest, least] = [other, distance];
  }
  return nearest;
}

/** The number of letters left out, added, changed, or swapped with their neighbour. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
