import { cellState, coverageBar, tintStep } from '../../matrix-counts.ts';
import { countedNoun } from '../../words.ts';
import type { Pieces } from '../pieces.ts';
import type { Column } from './cells.ts';
import type { JudgedCell, JudgedColumn, Matches } from './matches.ts';

/** So many of a column's cells fill a screen under what stands above them. */
const IN_SIGHT = 10;
/** The tops of so many columns are drawn between two frames. */
const COLUMNS_AT_ONCE = 4;
/** With so many cells all is done at once. */
const SMALL = 200;
/** So many of the cells out of sight are drawn between two frames. */
const PIECE = 60;

/**
 * Shows the techniques that match, and a technique above one of them, and folds all others away, in pieces: first what stands
 * at the top of the columns, some columns at a time. Nothing is measured, so that the page is laid out once for each piece.
 */
export function* drawMatches({ columns, isSearched }: Matches): Pieces & Iterable<undefined> {
  const rest: JudgedCell[] = [];
  const isWhole = isSmall(columns.map(({ column }) => column));
  for (const [index, column] of columns.entries()) {
    if (!isWhole && index > 0 && index % COLUMNS_AT_ONCE === 0) yield;
    drawHead(column);
    let inSight = 0;
    for (const cell of column.cells) {
      if (inSight >= IN_SIGHT) rest.push(cell);
      else inSight += drawCell(cell, isSearched);
    }
  }
  for (let drawn = 0; rest.length > drawn; drawn += PIECE) {
    yield;
    for (const cell of rest.slice(drawn, drawn + PIECE)) drawCell(cell, isSearched);
  }
}

/** Whether a matrix is so small that to cut work on it into pieces would only delay it. */
export function isSmall(columns: readonly Column[]): boolean {
  return columns.reduce((sum, { cells }) => sum + cells.length, 0) <= SMALL;
}

/** Unfolds the sub-techniques of all techniques of a matrix, or folds them, in pieces: first what stands at the top. */
export function* unfoldAll(matrix: Element, isUnfolded: boolean): Pieces {
  const rest: HTMLDetailsElement[] = [];
  for (const section of matrix.querySelectorAll('section')) {
    let inSight = 0;
    for (const details of section.querySelectorAll('details')) {
      inSight += 1 + (isUnfolded ? details.querySelectorAll('.cell').length : 0);
      if (inSight > IN_SIGHT) rest.push(details);
      else details.open = isUnfolded;
    }
  }
  for (let drawn = 0; rest.length > drawn; drawn += PIECE / 5) {
    yield;
    for (const details of rest.slice(drawn, drawn + PIECE / 5)) details.open = isUnfolded;
  }
}

/** Gives how many cells are seen of it afterwards. */
function drawCell(judged: JudgedCell, isSearched: boolean): number {
  const { cell, isMatch, isShown, below, children } = judged;
  const { element, details } = cell;
  if (element.hidden === isShown) element.hidden = !isShown;
  if (!isShown) return 0;
  for (const one of below) drawCell(one, isSearched);
  element.classList.toggle('above', !isMatch);
  if (details !== null) {
    details.toggleAttribute('hidden', children.length === 0);
    unfold(details, children.length > 0 && (isSearched || !isMatch));
  }
  drawRules(judged);
  return details?.open === true ? 1 + children.length : 1;
}

// What a reader has unfolded stays so.
function unfold(details: HTMLDetailsElement, isWanted: boolean): void {
  if (isWanted && !details.open) {
    details.dataset['unfolded'] = '';
    details.open = true;
  } else if (!isWanted && 'unfolded' in details.dataset) {
    delete details.dataset['unfolded'];
    details.open = false;
  }
}

function drawRules({ cell, rules, tests, children }: JudgedCell): void {
  const { element, ownCount, belowCount, belowLabel } = cell;
  if (ownCount !== null) writeRules(ownCount, rules);
  if (belowCount !== null) {
    writeRules(
      belowCount,
      children.reduce((sum, child) => sum + child.rules, 0),
    );
  }
  if (belowLabel !== null) writeCount(belowLabel, children.length, 'technique');
  writeData(element, 'r', String(tintStep('rules', rules)));
  writeData(element, 'state', cellState({ rules, tests, children }));
}

function writeRules(place: Element, count: number): void {
  place.toggleAttribute('hidden', count === 0);
  writeCount(place, count, 'rule');
}

/** Writes over the number that a text begins with, and over its noun, which only a screen reader says. */
function writeCount({ firstChild, lastElementChild }: Element, count: number, noun: string): void {
  if (firstChild !== null) write(firstChild, /\d+/, String(count));
  const words = lastElementChild?.firstChild ?? null;
  if (words !== null) write(words, /[a-z]+/, countedNoun(count, noun));
}

function write(node: ChildNode, what: RegExp, words: string): void {
  const text = (node.nodeValue ?? '').replace(what, words);
  if (text !== node.nodeValue) node.nodeValue = text;
}

function writeData({ dataset }: HTMLElement, name: string, value: string): void {
  if (dataset[name] !== value) dataset[name] = value;
}

function drawHead({ column: { element, count, bar }, cells, shares }: JudgedColumn): void {
  element.toggleAttribute('data-empty', !cells.some(({ isShown }) => isShown));
  const all = shares.both + shares.rulesOnly + shares.testsOnly + shares.neither;
  const words = all === 0 ? 'none' : `${String(shares.both + shares.rulesOnly)} of ${String(all)} with a rule`;
  if (count !== null && count.textContent !== words) count.textContent = words;
  if (bar === null) return;
  const { viewBox, lanes } = coverageBar(shares);
  // A box without a width is a mistake.
  writeAttribute(bar, 'viewBox', all === 0 ? '0 0 1 2' : viewBox);
  for (const [index, { x, width }] of lanes.entries()) {
    writeAttribute(bar.children[index], 'x', String(x));
    writeAttribute(bar.children[index], 'width', String(width));
  }
}

// To write what stands there already would style it anew.
function writeAttribute(element: Element | undefined, name: string, value: string): void {
  if (element !== undefined && element.getAttribute(name) !== value) element.setAttribute(name, value);
}
