import { describe, expect, it } from 'vitest';
import { readText } from './outline.ts';

describe('links of the body', () => {
  it.each([
    ['[[A#B|c]]', ['wiki', false, 'A', 'B']],
    ['![[a.png|300]]', ['wiki', true, 'a.png', undefined]],
    ['[[#^b]]', ['wiki', false, '', '^b']],
    ['[a](My%20Note.md#Some%20Part)', ['markdown', false, 'My Note.md', 'Some Part']],
    ['[a](<My Note.md>)', ['markdown', false, 'My Note.md', undefined]],
    ['![a](b.png)', ['markdown', true, 'b.png', undefined]],
    ['[a](#b)', ['markdown', false, '', 'b']],
    ['[a](https://a.test/%20b#c)', ['markdown', false, 'https://a.test/%20b#c', undefined]],
    ['[a](mailto:a@b.test)', ['markdown', false, 'mailto:a@b.test', undefined]],
    ['[a](50%)', ['markdown', false, '50%', undefined]],
    ['https://a.test', ['markdown', false, 'https://a.test', undefined]],
    ['[a][b]\n\n[b]: c.md', ['markdown', false, 'c.md', undefined]],
    ['![a][b]\n\n[b]: c.png', ['markdown', true, 'c.png', undefined]],
    ['> [!x] [[A]]', ['wiki', false, 'A', undefined]],
  ] as const)('%j', (text, expected) => {
    const { links } = readText(text);
    expect(links.map(({ syntax, embed, target, anchor }) => [syntax, embed, target, anchor])).toEqual([expected]);
    expect(links[0]?.origin).toBe('body');
  });

  it.each(['`[[a]]`', '```\n[[a]]\n```', '[a][b]', '%%[[a]]%%'])('%j holds none', (text) => {
    expect(readText(text).links).toEqual([]);
  });
});

it('lists wikilinks in properties', () => {
  const text = '---\nfilename: "[[A - B]]"\nlist: ["[[C#D|e]]", "x"]\nmap: {a: "[[F]]"}\n---\n[[G]]';
  expect(readText(text).links.map(({ target, anchor, origin }) => [target, anchor, origin])).toEqual([
    ['A - B', undefined, 'property'],
    ['C', 'D', 'property'],
    ['F', undefined, 'property'],
    ['G', undefined, 'body'],
  ]);
});
