/** What is kept in the step of the history that shows a page, for whoever comes back to it. */
export interface Kept {
  /** The orders that the reader has given the tables of the page's note, as words, by their places among its tables. */
  readonly orders?: Readonly<Record<number, readonly string[]>>;
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
