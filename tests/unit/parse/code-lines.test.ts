import { describe, expect, it } from 'vitest';
import { offsetInNote } from '../../../src/parse/index.ts';

describe('the offset in the note of one in a block', () => {
  // As `> ab`, `>` and `> c` stand at 10 in a note.
  const block = { source: 'ab\n\nc', lineOffsets: [12, 16, 19] };

  it.each([
    ['the first character', 0, 12],
    ['the end of a line', 2, 14],
    ['an empty line', 3, 16],
    ['the last line', 4, 19],
    ['the end', 5, 20],
    ['beyond the end', 9, 20],
  ])('%s', (_, offset, expected) => {
    expect(offsetInNote(block, offset)).toBe(expected);
  });

  it('is told apart by block', () => {
    expect(offsetInNote({ source: 'abcd', lineOffsets: [30] }, 3)).toBe(33);
    expect(offsetInNote(block, 3)).toBe(16);
  });

  it('is none in a block without lines', () => {
    expect(offsetInNote({ source: '', lineOffsets: [5] }, 0)).toBeUndefined();
  });
});
