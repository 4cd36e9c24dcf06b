import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { matchingLine } from '../../../src/render/note/matching-line.ts';
import type { Span } from '../../../src/source/index.ts';

/** The spans of a word in a text. */
function spansOf(text: string, word: string): readonly Span[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ start: index, end: index + word.length }));
}

describe('the line of a match', () => {
  it.each([
    ['no match here', 'owl', ''],
    ['one\nthe owl and the owl\nowl', 'owl', 'the <mark>owl</mark> and the <mark>owl</mark>'],
    ['owl', 'owl', '<mark>owl</mark>'],
    ['<owl> & co', 'owl', '&#x3C;<mark>owl</mark>> &#x26; co'],
    ['an owl\nbeside', 'owl\nbeside', 'an <mark>owl</mark>'],
    [`${'a'.repeat(100)}owl`, 'owl', `…${'a'.repeat(60)}<mark>owl</mark>`],
    [`owl${'a'.repeat(300)}`, 'owl', `<mark>owl</mark>${'a'.repeat(197)}…`],
  ])('%j', (text, word, html) => {
    expect(toHtml(matchingLine(text, spansOf(text, word)))).toBe(html);
  });

  it('marks overlapping matches once', () => {
    const spans = [
      { start: 2, end: 5 },
      { start: 0, end: 3 },
    ];
    expect(toHtml(matchingLine('abcdefg', spans))).toBe('<mark>abc</mark><mark>de</mark>fg');
  });
});
