import { describe, expect, it } from 'vitest';
import { PieceWork } from '../../../src/site/client/pieces.ts';
import type { Pieces } from '../../../src/site/client/pieces.ts';

/** A work of three pieces that writes down what is done, and a clock that is moved by hand. */
function setUp() {
  const done: string[] = [];
  const waiting: (() => void)[] = [];
  const work = new PieceWork((step) => waiting.push(step));
  function* pieces(name: string): Pieces {
    for (const number of [1, 2, 3]) {
      if (number > 1) yield;
      done.push(`${name}${String(number)}`);
    }
  }
  return { done, work, pieces, pass: () => waiting.splice(0).forEach((step) => step()) };
}

describe('work in pieces', () => {
  it('does the first at once and one more each time', () => {
    const { done, work, pieces, pass } = setUp();
    work.start(pieces('a'));
    expect(done).toEqual(['a1']);
    pass();
    expect(done).toEqual(['a1', 'a2']);
    pass();
    pass();
    expect(done).toEqual(['a1', 'a2', 'a3']);
  });

  it('is whole when it is finished, and nothing is done twice', () => {
    const { done, work, pieces, pass } = setUp();
    work.start(pieces('a'));
    work.finish();
    work.finish();
    pass();
    expect(done).toEqual(['a1', 'a2', 'a3']);
  });

  it('drops what is left of an earlier work', () => {
    const { done, work, pieces, pass } = setUp();
    work.start(pieces('a'));
    work.start(pieces('b'));
    expect(done).toEqual(['a1', 'b1']);
    pass();
    expect(done).toEqual(['a1', 'b1', 'b2']);
    work.finish();
    expect(done).toEqual(['a1', 'b1', 'b2', 'b3']);
  });

  it('can leave all pieces for later', () => {
    const { done, work, pieces, pass } = setUp();
    work.prepare(pieces('a'));
    expect(done).toEqual([]);
    pass();
    expect(done).toEqual(['a1']);
    work.finish();
    expect(done).toEqual(['a1', 'a2', 'a3']);
  });
});
