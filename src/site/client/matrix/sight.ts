import { whenIdle } from '../pieces.ts';
import type { Column } from './cells.ts';
import type { JudgedCell, JudgedColumn } from './matches.ts';

/** How the columns of a matrix stand on the screen. */
export interface Standing {
  /** Under each other instead of side by side. */
  readonly isStacked: boolean;
  /** In their order. */
  readonly columns: readonly ColumnStanding[];
}

/** How a column stands on the screen, in pixels. */
export interface ColumnStanding {
  /** From the first of its cells down to the end of the screen; nothing where the column is beside the screen. */
  readonly room: number;
  /** Of what stands above its cells. */
  readonly headHeight: number;
}

/** How high a cell is once it is drawn; rather too low than too high, so that none is missed. */
export type HeightOf = (judged: JudgedCell) => number;

/** No cell is lower: an id and a name of one line. */
const LEAST_HEIGHT = 40;
/** Of the line that says how many sub-techniques there are; it goes with the last of them. */
const SUMMARY_HEIGHT = 36;

/**
 * Finds the cells that stand on the screen, or above it, once they are drawn as judged, with those left out between them: as long as
 * they are there, they take the room of what follows.
 */
export function cellsInSight(
  columns: readonly JudgedColumn[],
  standing: Standing,
  heightOf: HeightOf,
): ReadonlySet<JudgedCell> {
  const seen = new Set<JudgedCell>();
  let below = standing.columns[0]?.room ?? 0;
  for (const [index, { cells, isEmpty }] of columns.entries()) {
    const { room = 0, headHeight = 0 } = standing.columns[index] ?? {};
    // The room of the first is told without its head.
    let left = standing.isStacked ? below - (index > 0 && !isEmpty ? headHeight : 0) : room;
    for (const cell of cells) {
      if (left <= 0) break;
      seen.add(cell);
      if (cell.isShown) left -= heightOf(cell);
    }
    below = left;
  }
  return seen;
}

/** What is known of the sizes of a matrix on the screen. */
export class MatrixSizes {
  readonly #columns: readonly Column[];
  /** By the cell's element; of a folded one. */
  readonly #heights = new WeakMap<HTMLElement, number>();
  #standing: Standing | undefined;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  /**
   * Measures whenever the page is idle after it was moved or laid out anew, so that nobody who changes it waits for that: a tick alone
   * already changes how the page is styled, and to ask for sizes then would have it laid out twice.
   */
  follow(matrix: Element, around: Element): void {
    const measureSoon = (): void => whenIdle(() => this.standing);
    const forget = (): void => {
      if (this.#standing === undefined) return; // it will be measured soon
      this.#standing = undefined;
      measureSoon();
    };
    addEventListener('scroll', forget, { capture: true, passive: true });
    addEventListener('resize', forget, { passive: true });
    const observer = new ResizeObserver(forget);
    observer.observe(matrix);
    observer.observe(around);
    measureSoon();
  }

  /** How columns stand, as last measured. To be asked before anything of the page is changed. */
  get standing(): Standing {
    this.#standing ??= this.#measure();
    return this.#standing;
  }

  #measure(): Standing {
    const boxes = this.#columns.map(({ element, list }) => {
      const { left, right, top } = (list ?? element).getBoundingClientRect();
      const isBeside = right <= 0 || left >= innerWidth;
      return { left, room: isBeside ? 0 : innerHeight - top, headHeight: top - element.getBoundingClientRect().top };
    });
    for (const { element, details } of this.#columns.flatMap(({ cells }) => cells)) {
      const height = element.offsetHeight;
      // The lines of neighbours lie upon each other.
      if (height > 0 && details?.open !== true && this.#isLaidOut(element)) this.#heights.set(element, height - 1);
    }
    return { isStacked: boxes.length > 1 && boxes[0]?.left === boxes[1]?.left, columns: boxes };
  }

  // What was never near the screen has the height that the style sheet guesses.
  #isLaidOut(element: HTMLElement): boolean {
    const isKnown = this.#heights.has(element);
    return isKnown || element.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === true;
  }

  /** The height of a cell: as it was last seen, and its sub-techniques if they are unfolded. */
  heightOf({ cell, below, children }: JudgedCell, isUnfolded: boolean): number {
    const own = this.#heights.get(cell.element) ?? LEAST_HEIGHT;
    if (below.length > 0 && children.length === 0) return Math.max(LEAST_HEIGHT, own - SUMMARY_HEIGHT);
    return isUnfolded ? own + children.length * LEAST_HEIGHT : own;
  }
}
