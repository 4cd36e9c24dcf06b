import type { Fact } from '../render/index.ts';

/** More values of a fact than these are counted. */
const TOLD = 3;

/** The facts of a page that are told while all are folded away, in one line: `test · high · windows / process_creation`. */
export function briefOf(facts: readonly Fact[]): string {
  return facts
    .filter(({ isBrief }) => isBrief)
    .map(({ values }) => {
      const told = values.slice(0, TOLD).map(({ text }) => text);
      const more = values.length - told.length;
      return told.join(', ') + (more > 0 ? ` +${String(more)}` : '');
    })
    .join(' · ');
}
