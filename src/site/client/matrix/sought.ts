import type { Cell } from './cells.ts';
import type { Matches } from './matches.ts';

/** A technique that a text leads to. */
export interface Sought {
  readonly cell: Cell;
  /** Whether it must be the one that is meant: its id is the text, or no other matches. */
  readonly isSure: boolean;
}

/** The technique that a text leads to among those that match, the first where it may be any; undefined where none matches. */
export function findSought({ columns }: Matches, text: string): Sought | undefined {
  const judged = columns.flatMap(({ cells }) => cells.flatMap((one) => [one, ...one.children]));
  const matching = judged.filter(({ isMatch }) => isMatch).map(({ cell }) => cell);
  const id = text.trim().toUpperCase();
  const named = matching.find((cell) => cell.id === id);
  const cell = named ?? matching[0];
  // One technique stands in several columns.
  return cell && { cell, isSure: cell === named || matching.every(({ href }) => href === cell.href) };
}
