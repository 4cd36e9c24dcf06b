import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yamlPieces } from '../../../src/render/note/yaml-pieces.ts';

describe('pieces of YAML', () => {
  it.each([
    ['whole lines', 'a: 1\nb: 2\nc: 3', 10, ['a: 1\nb: 2\n', 'c: 3']],
    ['a line longer than a piece', 'a: 1\nlong: value\nc: 3', 5, ['a: 1\n', 'long: value\n', 'c: 3']],
    ['a block scalar is whole', 'a: |\n  b\n\n  c\nd: 1\n', 5, ['a: |\n  b\n\n  c\n', 'd: 1\n']],
    ['one of a list', '- >-\n  b\n- c\n', 4, ['- >-\n  b\n', '- c\n']],
    ['one with a comment', 'a: |2 # x\n    b\nc: 1\n', 4, ['a: |2 # x\n    b\n', 'c: 1\n']],
    ['what only looks like one', "a: '|'\n  - b\n", 4, ["a: '|'\n", '  - b\n']],
    ['nothing', '', 4, ['']],
  ])('%s', (_name, code, most, pieces) => {
    expect(yamlPieces(code, most)).toEqual(pieces);
  });

  it('lose nothing', () => {
    const piece = fc.constantFrom('a: ', '|', '>', '\n', '  ', 'b', '# ', '- ');
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 1, max: 20 }), (parts, most) => {
        expect(yamlPieces(parts.join(''), most).join('')).toBe(parts.join(''));
      }),
    );
  });
});
