import { describe, expect, it } from 'vitest';
import { tagName } from '../../../src/parse/index.ts';
import { readText } from './outline.ts';

function names(text: string): readonly string[] {
  return readText(text).tags.map(({ name }) => name);
}

describe('the grammar of a tag', () => {
  it.each([
    ['a', 'a'],
    ['T1003_001', 'T1003_001'],
    ['a/b', 'a/b'],
    ['a//', 'a'],
    ['2024-goals', '2024-goals'],
    ['3d', '3d'],
    ['_x', '_x'],
    ['日本語', '日本語'],
    ['1984', undefined],
    ['1984/', undefined],
    ['', undefined],
    ['/', undefined],
    ['a b', undefined],
    ['a.b', undefined],
    ['a#b', undefined],
    ['a\u2014b', undefined],
    ['[a', undefined],
  ])('%j', (text, name) => {
    expect(tagName(text)).toBe(name);
  });
});

describe('tags of the frontmatter', () => {
  it.each([
    ['tags: [a, b]', ['a', 'b']],
    ['tags:\n  - a\n  - "#b"', ['a', 'b']],
    ['tags: [T1, Collection,_Credential_Access]', ['T1', 'Collection', '_Credential_Access']],
    ['tags: a/b/', ['a/b']],
    ['tags:', []],
    ['tags: ""', []],
    ['tag:', []],
    ['tags: [a, a, A]', ['a', 'a', 'A']],
    ['other: "#a"', []],
  ])('%j', (yaml, expected) => {
    const note = readText(`---\n${yaml}\n---\n`);
    expect(note.tags.map(({ name }) => name)).toEqual(expected);
    expect(note.diagnostics).toEqual([]);
  });

  it.each([
    ['Tags: a, b c', ['a', 'b', 'c'], 'frontmatter/tags-in-text', '2:7'],
    ['TAGS: "#a #b"', ['a', 'b'], 'frontmatter/tags-in-text', '2:7'],
    ['tags:\n  - a, b', ['a', 'b'], 'frontmatter/tags-in-text', '3:5'],
    ['tag: a', ['a'], 'frontmatter/tag-property', '2:1'],
    ['Tag: [a, b]', ['a', 'b'], 'frontmatter/tag-property', '2:1'],
  ])('%j are read, with a warning', (yaml, expected, code, position) => {
    const note = readText(`---\n${yaml}\n---\n`);
    expect(note.tags.map(({ name }) => name)).toEqual(expected);
    const places = note.diagnostics.map(({ code, place }) => [code, `${place.start.line}:${place.start.column}`]);
    expect(places).toEqual([[code, position]]);
  });

  it.each([
    ['tags: [a, 2024]', 'frontmatter/invalid-tag', '2:11'],
    ['tags: [1.5]', 'frontmatter/invalid-tag', '2:8'],
    ['tags: "b.c"', 'frontmatter/invalid-tag', '2:8'],
    ['tags: [a, [b]]', 'frontmatter/invalid-value', '2:11'],
    ['tags: {a: b}', 'frontmatter/invalid-value', '2:7'],
    ['tags: #a', 'frontmatter/tag-comment', '2:7'],
    ['Tags:   #a, #b', 'frontmatter/tag-comment', '2:9'],
    ['tags:\n  #a\nb: 1', 'frontmatter/tag-comment', '3:3'],
    ['tags:\n  - #a\n  - b', 'frontmatter/tag-comment', '3:5'],
    ['tags:\n- b\n- #a/c', 'frontmatter/tag-comment', '4:3'],
    ['tags: b #a', 'frontmatter/tag-comment', '2:9'],
    ['tags: [b, c] #a', 'frontmatter/tag-comment', '2:14'],
    ['tags:\n  - "b" #a', 'frontmatter/tag-comment', '3:9'],
  ])('%j is reported', (yaml, code, position) => {
    const [diagnostic, ...others] = readText(`---\n${yaml}\n---\n`).diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic?.code).toBe(code);
    expect(`${diagnostic?.place.start.line}:${diagnostic?.place.start.column}`).toBe(position);
  });
});

describe('comments of YAML that are none of a tag', () => {
  it.each([
    'tags: # none yet',
    'tags:\n#other: x',
    'tags:\n\n  # none yet\nb: 1',
    'tags: [a] # the tactic',
    'tags:\n  - a\n  #- b\n  - c',
    'tags:\n  - a\n#b',
    'tags: "#a"',
    'tags: a#b',
    'tags: ####',
    'status: #a',
  ])('%j', (yaml) => {
    const { diagnostics } = readText(`---\n${yaml}\n---\n`);
    expect(diagnostics.filter(({ code }) => code === 'frontmatter/tag-comment')).toEqual([]);
  });
});

describe('inline tags', () => {
  it('keep their case and have a key', () => {
    expect(readText('#ÄB/c').tags).toEqual([
      { name: 'ÄB/c', key: 'äb/c', origin: 'inline', span: { start: 0, end: 5 } },
    ]);
  });

  it('come after those of the frontmatter, in the order of the note', () => {
    expect(names('---\ntags: a\n---\n# #b\n\n> [!x] #c\n> #d\n\n- #e\n')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('count in comments', () => {
    const text = 'a %%#b c#d%%\n\n%%\n#e\n\n#f\n%%\n';
    const { tags } = readText(text);
    expect(tags.map(({ name, span }) => [name, text.slice(span.start, span.end)])).toEqual([
      ['b', '#b'],
      ['e', '#e'],
      ['f', '#f'],
    ]);
  });

  it.each([
    '```\n#a\n```',
    '    #a',
    '`#a`',
    '<!-- #a -->',
    '<div title="\n#a">',
    '[[#a]]',
    '[x](#a)',
    '$$\n#a\n$$',
    '[x]: #a',
    'https://x.test/ab#a',
    '##a',
  ])('%j holds none', (text) => {
    expect(names(text)).toEqual([]);
  });
});
