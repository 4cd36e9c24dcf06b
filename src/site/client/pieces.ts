/** Work cut into pieces, each short enough for the page to answer the reader in between. */
export type Pieces = Generator<undefined, void>;

/** Has something done later, once. */
export type Later = (step: () => void) => void;

/**
 * Work that is done a piece at a time, so that what the reader looks at comes first and no piece holds the page up. Whoever
 * needs it whole finishes it; a later work takes the place of an earlier one.
 */
export class PieceWork {
  readonly #later: Later;
  #work: Pieces | undefined;

  /** `later` says when the next piece is done, such as {@link afterPaint}. */
  constructor(later: Later) {
    this.#later = later;
  }

  /** Does the first piece at once and leaves the others for later; what is left of an earlier work is dropped. */
  start(work: Pieces): void {
    this.#work = work;
    this.#step(work);
  }

  /** Leaves all pieces for later. */
  prepare(work: Pieces): void {
    this.#work = work;
    this.#later(() => this.#step(work));
  }

  /** Does what is left at once. */
  finish(): void {
    const work = this.#work;
    this.#work = undefined;
    if (work !== undefined) while (work.next().done !== true);
  }

  #step(work: Pieces): void {
    if (this.#work !== work) return;
    if (work.next().done === true) this.#work = undefined;
    else this.#later(() => this.#step(work));
  }
}

/** When the page has been painted with what was done before, and what else waited for that has had its turn. */
export function afterPaint(step: () => void): void {
  requestAnimationFrame(() => setTimeout(() => setTimeout(step)));
}

/** When the page has nothing else to do. */
export function whenIdle(step: () => void): void {
  // Not every browser knows when it is idle.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(step, { timeout: 2000 });
  else setTimeout(step, 200);
}
