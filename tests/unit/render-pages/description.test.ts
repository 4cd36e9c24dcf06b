import type { PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { firstParagraph, shorten } from '../../../src/render/pages/description.ts';
import { noteOf } from './fake-graph.ts';

describe('firstParagraph', () => {
  it.each([
    { text: '# Title\n\nFirst *one*  `code`.\nNext line.\n\nSecond.', expected: 'First one code. Next line.' },
    { text: 'See [[Note|the note]] and [this](https://example.org).', expected: 'See the note and this.' },
    { text: 'Ask [[Note]] #tag', expected: 'Ask Note #tag' },
    { text: 'Kill <pid><br/>with <code>kill</code>', expected: 'Kill <pid> with kill' },
    { text: 'Shown %%not shown%% again', expected: 'Shown again' },
    { text: 'Shown <!-- not shown --> again', expected: 'Shown again' },
    { text: 'It is so.(Citation: Someone 2020)', expected: 'It is so.' },
    { text: '![[image.png]]\n\nWords.', expected: 'Words.' },
    { text: '![a chart](chart.png)', expected: 'a chart' },
    { text: '- a list\n\n> a quote\n', expected: '' },
    { text: '', expected: '' },
  ])('reads $text', ({ text, expected }) => {
    expect(firstParagraph(noteOf('a.md', text).tree)).toBe(expected);
  });

  it('takes a paragraph nested to any depth', () => {
    let tree: PhrasingContent = { type: 'text', value: 'deep' };
    for (let depth = 0; depth < 20_000; depth += 1) tree = { type: 'emphasis', children: [tree] };
    expect(firstParagraph({ type: 'root', children: [{ type: 'paragraph', children: [tree] }] })).toBe('deep');
  });
});

describe('shorten', () => {
  it.each([
    { text: 'Short enough.', limit: 20, expected: 'Short enough.' },
    { text: 'One sentence. Another one that is long.', limit: 30, expected: 'One sentence.' },
    { text: 'Is it? Yes. And more words here', limit: 14, expected: 'Is it? Yes.' },
    { text: 'A. But the rest is one long sentence indeed', limit: 30, expected: 'A. But the rest is one long…' },
    { text: 'words and words, and words', limit: 17, expected: 'words and words…' },
    { text: 'word word-word word', limit: 10, expected: 'word…' },
    { text: 'unbroken'.repeat(5), limit: 10, expected: 'unbrokenu…' },
    { text: `12345678😀${'x'.repeat(9)}`, limit: 10, expected: '12345678…' },
    { text: 'Version 1.2 of it. Then more of the same text', limit: 24, expected: 'Version 1.2 of it.' },
    { text: '  spaces\n\tcollapse  ', limit: 20, expected: 'spaces collapse' },
  ])('cuts $text to $expected', ({ text, limit, expected }) => {
    expect(shorten(text, limit)).toBe(expected);
    expect(shorten(text, limit).length).toBeLessThanOrEqual(limit);
  });
});
