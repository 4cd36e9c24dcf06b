import type { Direction } from './table-order.ts';

/** How a reader has arranged a table; what is not there is as the page was built. */
export interface Arrangement {
  readonly filter?: string;
  readonly column?: number;
  readonly direction?: Direction;
}

/** What is kept in the step of the history that shows a page, for whoever comes back to it. */
export interface Kept {
  /** How the reader has arranged the tables of the page, by their places in it. */
  readonly tables?: Readonly<Record<number, Arrangement>>;
  /** The places of the long results that the reader has unfolded. */
  readonly unfolded?: readonly number[];
}

/** What was kept; nothing on a page that is opened for the first time. */
export function readKept(): Kept {
  return (history.state ?? {}) as Kept; // only our own scripts write it
}

/** Keeps something more, or in place of what was kept of it. */
export function keep(change: Kept): void {
  history.replaceState({ ...readKept(), ...change }, '');
}
