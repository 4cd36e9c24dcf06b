import { describe, expect, it } from 'vitest';
import { createLineIndex, placeOf, vaultPath } from '../../../src/source/index.ts';

describe('createLineIndex', () => {
  const text = 'ab\n\n😀c\nlast';
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [5, 3, 1],
    [6, 3, 2],
    [7, 3, 3],
    [8, 4, 1],
    [12, 4, 5],
    [99, 4, 5],
    [-5, 1, 1],
  ])('puts offset %i at line %i, column %i', (offset, line, column) => {
    expect(createLineIndex(text).position(offset)).toEqual({ line, column });
  });

  it('counts a character once, whatever was asked before', () => {
    const index = createLineIndex(text);
    expect([5, 6, 7].map((offset) => index.position(offset).column)).toEqual([1, 2, 3]);
  });

  it('knows where lines start', () => {
    const index = createLineIndex(text);
    expect([1, 2, 3, 4, 5].map((line) => index.lineStart(line))).toEqual([0, 3, 4, 8, 12]);
    expect(index.lineCount).toBe(4);
  });
});

describe('placeOf', () => {
  it('turns a span into lines and columns', () => {
    const file = { path: vaultPath('a.md'), text: 'one\ntwo three', encoding: 'utf-8' } as const;
    expect(placeOf(file, { start: 8, end: 13 })).toEqual({
      path: 'a.md',
      start: { line: 2, column: 5 },
      end: { line: 2, column: 10 },
    });
  });
});
