import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOfReading } from '../../../src/site/client/follow-contents.ts';

describe('lineOfReading', () => {
  it.each([
    ['the start of a long page', 5000, 5000, 250],
    ['its middle', 2500, 5000, 250],
    ['where its last windowful begins', 750, 5000, 250],
    ['half of the way from there', 375, 5000, 625],
    ['its end', 0, 5000, 1000],
    ['beyond its end, where a finger pulls', -40, 5000, 1040],
    ['the start of a page that is hardly longer than the window', 100, 100, 250],
    ['the end of such a page', 0, 100, 1000],
    ['a page that does not scroll', 0, 0, 250],
  ])('at %s', (_name, left, furthest, line) => {
    expect(lineOfReading(1000, left, furthest)).toBeCloseTo(line, 6);
  });

  it('never goes up while the page is scrolled down', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(9000), fc.nat(9000), (height, left, scrolled) => {
        const furthest = left + scrolled;
        const before = lineOfReading(height, left, furthest);
        const after = lineOfReading(height, Math.floor(left / 2), furthest);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
