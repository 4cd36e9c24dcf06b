import type { Corpus } from '../../src/query/index.ts';

/** Makes a search from the corpus' own words. */
type Recipe = (pick: Picker) => string;

/** Draws from what a corpus holds, the same each time. */
interface Picker {
  readonly word: () => string;
  /** Two words that stand side by side in some note. */
  readonly pair: () => string;
  readonly tag: () => string;
  readonly property: () => string;
  readonly number: () => number;
}

/** One of each is made in turn, so that every kind of search has the same share. */
const recipes: readonly Recipe[] = [
  ({ word }) => word(),
  ({ word }) => `${word()} ${word()}`,
  ({ word }) => `${word()} OR ${word()} -${word()}`,
  ({ pair }) => `"${pair()}"`,
  ({ pair, word }) => `"${pair()}" (${word()} OR ${word()})`,
  ({ word }) => `match-case:${word()}`,
  ({ word }) => `/\\b${word()}\\w*\\s+\\w+/`,
  ({ word }) => `/^#+ .*${word()}/`,
  ({ word, tag }) => `/${word()}|${word()}/ tag:${tag()}`,
  ({ word }) => `section:(${word()} ${word()})`,
  ({ pair }) => `section:"${pair()}"`,
  ({ word }) => `section:(/${word()}$/ -${word()})`,
  ({ word }) => `block:(${word()} ${word()})`,
  ({ word }) => `block:/${word()}.*${word()}/`,
  ({ word }) => `line:(${word()} ${word()})`,
  ({ word }) => `line:(${word()} -${word()})`,
  ({ word }) => `line:/^${word()}/`,
  ({ word }) => `task-todo:${word()} OR task-done:${word()}`,
  ({ property }) => `[${property()}]`,
  ({ property, word }) => `[${property()}:${word()}]`,
  ({ property, number }) => `[${property()}:>${number()}]`,
  ({ property, word }) => `[${property()}:/${word()}/] ${word()}`,
  ({ word }) => `file:${word()} -path:${word()}`,
  ({ word, tag }) => `tag:${tag()} content:(${word()} -${word()})`,
  ({ word, tag }) => `-tag:${tag()} -section:${word()}`,
];

/** So many searches of every kind, made from the words of a corpus: the same for the same corpus. */
export function mixedQueries(corpus: Corpus, count: number): readonly string[] {
  const pick = createPicker(corpus);
  return Array.from({ length: count }, (_, at) => recipes[at % recipes.length]?.(pick) ?? '');
}

/** Notes whose words are drawn from; more would only take longer. */
const SAMPLE = 400;

function createPicker(corpus: Corpus): Picker {
  const random = createRandom();
  const from = <T>(values: readonly T[], none: T): T => values[random(values.length)] ?? none;
  const step = Math.max(1, Math.floor(corpus.notes.length / SAMPLE));
  const texts = corpus.notes.filter((_, index) => index % step === 0).map(({ file }) => file.text);
  const words = texts.map((text) => text.match(/[a-z]{4,12}/gi) ?? []).filter((found) => found.length > 0);
  const pairs = texts
    .map((text) => text.match(/\b[a-z]{3,10} [a-z]{3,10}\b/gi) ?? [])
    .filter(({ length }) => length > 0);
  const tags = [...corpus.tags().keys()];
  const properties = [...corpus.properties().values()].map(({ name }) => name);
  return {
    // First a note, then a word of it: rare words as often as they are in notes.
    word: () => from(from(words, []), 'word'),
    pair: () => from(from(pairs, []), 'two words'),
    tag: () => from(tags, 'tag'),
    property: () => from(properties, 'title'),
    number: () => random(20),
  };
}

/** A generator of whole numbers below a limit, always the same ones (a linear congruence; no statistics are done with it). */
function createRandom(): (limit: number) => number {
  let state = 20_240_112;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
