import type { toFilters } from './facets.ts';
import { partFilter, partOf } from './index-parts.ts';
import { holdsWords } from './likeness.ts';
import type { Pagefind, PagefindAnswer, PagefindResult } from './pagefind-api.ts';

/** Of a pasted text so many words are asked for one by one. */
const MOST_WORDS = 12;

/** A page that lacks a word of a search comes near where it has this many others. */
const LEAST_HELD = 2;

/** A word that so many pages have tells nothing about a page. */
const COMMON = 5000;

type Filters = ReturnType<typeof toFilters>;

/** An answer of Pagefind's, without the hits of those parts of the index that do not have the words. */
export interface SearchAnswer extends PagefindAnswer {
  /** The filter that keeps to the parts that have them; undefined where all have. */
  readonly parts?: Filters | undefined;
  /** True where no part has them, so that the matches are no hits: the pages with the most of the words, the best first, if any. */
  readonly isStrange: boolean;
}

/** A word of a search and the matches that have it whole, or in another form of its stem. */
interface Word {
  readonly text: string;
  readonly matches: readonly PagefindResult[];
}

/**
 * Asks Pagefind for words. It looks for the longest beginning of a word in every part of the index that does not have it, and
 * the hits of such a part are strangers, which are left out. First come the pages that have words with marks (`-enc`,
 * `rundll32.exe`) whole.
 */
export async function askFullText(pagefind: Pagefind, text: string, filters: Filters): Promise<SearchAnswer> {
  const ask = (asked: string, more: Filters = {}): Promise<PagefindAnswer> =>
    pagefind.search(asked, { filters: { ...filters, ...more } });
  const isPhrase = /^"[^"]+"$/.test(text);
  const [answer, words] = await Promise.all([ask(text), isPhrase ? [] : wholeWords(text, ask)]);
  const holding = await partsThatHold(answer.results, words);
  if (holding.length === 0) {
    const most = holdingMost(words);
    return { ...answer, results: most.length > 0 ? most : answer.results, isStrange: true };
  }
  const areAll = answer.results.every((result) => holding.includes(partOf(result)));
  const parts = areAll ? undefined : partFilter(holding);
  const { results, ...rest } = parts === undefined ? answer : await ask(text, parts);
  return { ...rest, results: wholeFirst(results, words), parts, isStrange: false };
}

function wholeWords(text: string, ask: (asked: string) => Promise<PagefindAnswer>): Promise<readonly Word[]> {
  const words = text.replaceAll('"', ' ').trim().split(/\s+/).slice(0, MOST_WORDS);
  return Promise.all(words.map(async (word) => ({ text: word, matches: (await ask(`"${word}"`)).results })));
}

/**
 * The pages that have at least two of several words, as of a pasted command line that no page has as a whole; those first whose
 * words are the most and the rarest.
 */
function holdingMost(words: readonly Word[]): readonly PagefindResult[] {
  const pages = new Map<string, { readonly result: PagefindResult; held: number; weight: number }>();
  for (const { matches } of words)
    for (const result of matches) {
      const page = pages.get(result.id) ?? { result, held: 0, weight: 0 };
      page.held += 1;
      page.weight += Math.log(1 + COMMON / matches.length);
      pages.set(result.id, page);
    }
  return [...pages.values()]
    .filter(({ held }) => held >= LEAST_HELD)
    .sort((one, other) => other.weight - one.weight)
    .map(({ result }) => result);
}

/** The parts with hits that have each of the words, or longer words that begin with them: of those a hit is read to tell. */
async function partsThatHold(results: readonly PagefindResult[], words: readonly Word[]): Promise<readonly number[]> {
  const having = words.map(({ text, matches }) => ({ text, parts: new Set(matches.map(partOf)) }));
  const asked = [...Map.groupBy(results, partOf)].map(async ([part, [first]]) => {
    const open = having.filter(({ parts }) => !parts.has(part));
    const page = open.length === 0 ? undefined : await first?.data();
    return page === undefined || open.every(({ text }) => holdsWords(page, text)) ? [part] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** The same matches, those first that have every word with marks whole: `-enc` as `enc`, not as `encoded`. */
function wholeFirst(results: readonly PagefindResult[], words: readonly Word[]): readonly PagefindResult[] {
  const whole = words
    .filter(({ text }) => /[^\p{L}\p{N}]/u.test(text))
    .map(({ matches }) => new Set(matches.map(({ id }) => id)));
  const { first = [], others = [] } = Object.groupBy(results, ({ id }) =>
    whole.every((ids) => ids.has(id)) ? 'first' : 'others',
  );
  return [...first, ...others];
}
