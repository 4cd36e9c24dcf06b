import { describe, expect, test } from 'vitest';
import { askFullText } from '../../../src/site/client/search/full-text.ts';
import { partOf, partOptions } from '../../../src/site/client/search/index-parts.ts';
import type { Pagefind, PagefindPage, PagefindResult } from '../../../src/site/client/search/pagefind-api.ts';

/** Parts of an index: of each, pages by their texts. */
type Parts = readonly (readonly string[])[];

/** The beginnings of a word, the longest first. */
const beginningsOf = (word: string): readonly string[] => [...word].map((_, at) => word.slice(0, word.length - at));
const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^a-z0-9]+/);

/** Answers as Pagefind does: a part that has no word that begins so gives pages with the longest beginning that it has. */
function fakePagefind(parts: Parts): Pagefind {
  const search: Pagefind['search'] = (asked, options) => {
    const { filters = {} } = options as { filters?: Partial<Record<string, { any: readonly string[] }>> };
    const isExact = asked?.startsWith('"') === true;
    const words = wordsOf(asked ?? '').filter(Boolean);
    const results = parts.flatMap((pages, part): readonly PagefindResult[] => {
      if (filters['part']?.any.includes(String(part)) === false) return [];
      const begins = (word: string): string | undefined =>
        beginningsOf(word).find((start) => pages.some((page) => wordsOf(page).some((one) => one.startsWith(start))));
      const matches = (page: string): boolean =>
        words.every((word) =>
          wordsOf(page).some((one) => (isExact ? one === word : one.startsWith(begins(word) ?? '-'))),
        );
      const { indexWeight } = partOptions(part) as { indexWeight: number };
      return pages.filter(matches).map((page, index) => ({
        id: page,
        score: Math.fround(22.3846 / (index + 1)) * indexWeight,
        data: () => Promise.resolve({ url: `/${page}/`, content: page, meta: {} } as unknown as PagefindPage),
      }));
    });
    return Promise.resolve({ results, filters: { kind: { rule: results.length } }, totalFilters: {} });
  };
  return { filters: () => Promise.resolve({}), search };
}

const parts: Parts = [
  ['Settings changed', 'Set MpPreference'],
  ['RDP settings', 'Outlook settings'],
  ['setmppreferences of a policy', 'encoded', 'a -enc b'],
];

async function found(text: string): Promise<readonly string[]> {
  return (await askFullText(fakePagefind(parts), text, {})).results.map(({ id }) => id);
}

describe('askFullText', () => {
  test.each([
    ['a word that one part has', 'mppreference', ['Set MpPreference']],
    ['a word as it begins', 'setmp', ['setmppreferences of a policy']],
    ['a word that several parts have', 'settings', ['Settings changed', 'RDP settings', 'Outlook settings']],
    ['words of which a part lacks one', 'rdp settings', ['RDP settings']],
    ['a word with a mark, its pages first', '-enc', ['a -enc b', 'encoded']],
    ['words in a row', '"rdp settings"', ['RDP settings']],
  ])('finds %s, and no strangers', async (_name, text, pages) => {
    expect(await found(text)).toEqual(pages);
  });

  test('counts without the strangers, and gives the filter for further counts', async () => {
    const answer = await askFullText(fakePagefind(parts), 'setmp', {});
    expect(answer.filters).toEqual({ kind: { rule: 1 } });
    expect(answer.parts).toEqual({ part: { any: ['2'] } });
  });

  test('asks once where all parts have the words', async () => {
    expect((await askFullText(fakePagefind(parts), 's', {})).parts).toBeUndefined();
  });

  test('says that what it found is strange where no part has the words', async () => {
    expect(await askFullText(fakePagefind(parts), 'settlement', {})).toMatchObject({ isStrange: true });
    expect(await askFullText(fakePagefind(parts), 'settings', {})).toMatchObject({ isStrange: false });
  });

  test.each([
    ['one word lacks', 'rdp settings settlement', ['RDP settings']],
    ['the most words come first', 'encoded enc b policy settings rdp', ['a -enc b', 'RDP settings']],
    ['one word of several is not enough', 'outlook zzz', []],
  ])('gives the pages with most of the words where none has all: %s', async (_name, text, pages) => {
    const { results, isStrange } = await askFullText(fakePagefind(parts), text, {});
    expect(isStrange).toBe(true);
    expect(results.map(({ id }) => id)).toEqual(pages);
  });
});

describe('the part of a hit', () => {
  test.each([0, 1, 5, 7])('%i is read from its score, whatever that is', (part) => {
    const { indexWeight } = partOptions(part) as { indexWeight: number };
    const result = (score: number): PagefindResult => ({ id: '', score, data: () => Promise.reject(new Error()) });
    for (const score of [1, 1.5, 0.013, 22.384605407714844, 53211.75])
      expect(partOf(result(Math.fround(score) * indexWeight)), String(score)).toBe(part);
  });
});
