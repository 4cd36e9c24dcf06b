import { coverageBar, techniquesOf } from '../../matrix-counts.ts';
import type { Pieces } from '../pieces.ts';
import type { Column } from './cells.ts';
import { writeText } from './draw-cell.ts';
import type { CellDrawer } from './draw-cell.ts';
import type { JudgedCell, JudgedColumn, Matches } from './matches.ts';

/** With so many cells all is done at once. */
const SMALL = 200;
/** So many of the cells out of sight are drawn between two frames. */
const PIECE = 40;

/** How a matrix is to be drawn. */
export interface MatrixDrawing {
  readonly drawer: CellDrawer;
  readonly matches: Matches;
  /** The cells that decide what the reader will see: they are drawn first. */
  readonly first: ReadonlySet<JudgedCell>;
  /** Whether the sub-techniques of all are to be unfolded, or folded; undefined where each stays as it is. */
  readonly isUnfolded?: boolean | undefined;
}

/**
 * Shows the techniques that match, and a technique above one of them, and leaves all others out, in pieces: first what is in
 * sight. The others stay as they were until their turn comes.
 */
export function* drawMatrix({ drawer, matches, first, isUnfolded }: MatrixDrawing): Pieces {
  const rest: JudgedCell[] = [];
  const draw = (judged: JudgedCell): void => {
    const { details } = judged.cell;
    drawer.draw(judged, matches.isSearched);
    if (details === null) return;
    if (isUnfolded !== undefined && details.open !== isUnfolded) details.open = isUnfolded;
    // What is folded nobody sees.
    if (details.open && judged.isShown) judged.below.forEach(draw);
    else rest.push(...judged.below);
  };
  for (const column of matches.columns) {
    drawHead(column);
    for (const judged of column.cells) {
      // An empty column is left out as one.
      if (first.has(judged) && !column.isEmpty) draw(judged);
      else rest.push(judged);
    }
  }
  yield;
  matches.columns.forEach(drawBar);
  // It grows while it is drawn.
  for (const [index, judged] of rest.entries()) {
    if (index % PIECE === 0) yield;
    draw(judged);
  }
}

/** Whether a matrix is so small that to cut work on it into pieces would only delay it. */
export function isSmall(columns: readonly Column[]): boolean {
  return columns.reduce((sum, { cells }) => sum + cells.length, 0) <= SMALL;
}

function drawHead({ column: { element, count }, isEmpty, shares }: JudgedColumn): void {
  // The style sheet knows the word.
  element.toggleAttribute('data-empty', isEmpty);
  const all = techniquesOf(shares);
  const words = all === 0 ? 'none' : `${String(shares.both + shares.rulesOnly)} of ${String(all)} with a rule`;
  if (count !== null && count.textContent.trim() !== words) writeText(count, words);
}

function drawBar({ column: { bar }, shares }: JudgedColumn): void {
  if (bar === null) return;
  const { viewBox, lanes } = coverageBar(shares);
  // A box without a width is a mistake.
  writeAttribute(bar, 'viewBox', techniquesOf(shares) === 0 ? '0 0 1 2' : viewBox);
  for (const [index, { x, width }] of lanes.entries()) {
    writeAttribute(bar.children[index], 'x', String(x));
    writeAttribute(bar.children[index], 'width', String(width));
  }
}

// To write what stands there already would style it anew.
function writeAttribute(element: Element | undefined, name: string, value: string): void {
  if (element !== undefined && element.getAttribute(name) !== value) element.setAttribute(name, value);
}
