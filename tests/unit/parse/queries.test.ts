import { describe, expect, it } from 'vitest';
import { readText } from './outline.ts';

describe('query blocks', () => {
  it.each([
    ['a fence', '```query\ntag: a\ntag: b\n```', { source: 'tag: a\ntag: b', line: 1 }],
    ['white space after the word', 'x\n\n```query \ntag: a \n```', { source: 'tag: a ', line: 3 }],
    ['tildes', '~~~query\ntag: a\n~~~', { source: 'tag: a', line: 1 }],
    ['a longer run', '`````query\n```\n`````', { source: '```', line: 1 }],
    ['more words', '```query title\na\n```', { source: 'a', line: 1 }],
    ['an indented fence', '  ```query\n  a\n   b\n  ```', { source: 'a\n b', line: 1 }],
    ['blank lines', '```query\n\na\n\nb\n\n```', { source: '\na\n\nb\n', line: 1 }],
    ['a list', '- x\n\n  ```query\n  tag: a\n  ```', { source: 'tag: a', line: 3 }],
    [
      'a callout without a space',
      '>[!info]- A\n>```query \n>tag: a\n>tag: b\n> ```',
      { source: 'tag: a\ntag: b', line: 2 },
    ],
    ['nested quotes', '> > ```query\n> > a\n> >  b\n> > ```', { source: 'a\n b', line: 1 }],
    ['a list in a quote', '> - ```query\n>   a\n>   b\n>   ```', { source: 'a\nb', line: 1 }],
    ['a tab for the container', '-\tx\n\n\t```query\n\ta\n\t```', { source: 'a', line: 3 }],
    ['a fence that ends with its container', '> ```query\n> a\n\nb', { source: 'a', line: 1 }],
    ['a fence that ends with the note', '```query\na', { source: 'a', line: 1 }],
    ['an empty fence', '```query\n```', { source: '', line: 1 }],
    ['frontmatter before it', '---\na: b\n---\n```query\nc\n```', { source: 'c', line: 4 }],
  ])('%s', (_, text, { source, line }) => {
    const { queries } = readText(text);
    expect(queries.map((query) => [query.source, query.line])).toEqual([[source, line]]);
    const lines = source.split('\n');
    const offsets = queries[0]?.lineOffsets ?? [];
    expect(offsets).toHaveLength(lines.length);
    for (const [index, offset] of offsets.entries()) {
      expect(text.slice(offset, offset + (lines[index]?.length ?? 0))).toBe(lines[index]);
      expect(text.slice(0, offset).split('\n')).toHaveLength(line + 1 + index);
    }
  });

  it.each([
    '```Query\na\n```',
    '```queryx\na\n```',
    '```\nquery\n```',
    '````md\n```query\na\n```\n````',
    '    ```query\n    a',
  ])('%j is none', (text) => {
    expect(readText(text).queries).toEqual([]);
  });

  it('span from the start of the fence’s line to the end of the block', () => {
    const text = 'x\n> ```query\n> a\n> ```\ny';
    const span = readText(text).queries[0]?.span;
    expect(text.slice(span?.start, span?.end)).toBe('> ```query\n> a\n> ```');
  });
});
