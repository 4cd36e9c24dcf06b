import { cellState, tintStep } from '../../matrix-counts.ts';
import type { CellState } from '../../matrix-counts.ts';
import { countedNoun } from '../../words.ts';
import type { Cell } from './cells.ts';
import type { JudgedCell } from './matches.ts';

/** `out` where a cell is left out, `later` while it waits to be drawn; the style sheet knows these words. */
type Absence = 'out' | 'later' | undefined;

/** What a cell says. */
interface Content {
  readonly isAbove: boolean;
  readonly rules: number;
  /** How many of its sub-techniques are shown, and their rules. */
  readonly below: number;
  readonly belowRules: number;
  readonly state: CellState;
}

/** Draws the cells of a matrix, and knows of each how it was drawn last: to ask the page takes longer. */
export class CellDrawer {
  readonly #contents = new Map<Cell, Content>();
  readonly #absences = new Map<Cell, Absence>();

  /** Keeps the place of a cell that is to be drawn later. */
  postpone({ cell }: JudgedCell): void {
    this.#setAbsence(cell, 'later');
  }

  /** Draws a cell with its sub-techniques as judged, or leaves it out. */
  draw(judged: JudgedCell, isSearched: boolean): void {
    const { cell, isShown, below } = judged;
    this.#setAbsence(cell, isShown ? undefined : 'out');
    if (!isShown) return;
    for (const one of below) this.draw(one, isSearched);
    const before = this.#contents.get(cell);
    const content = contentOf(judged);
    if (!isSame(before, content)) {
      this.#contents.set(cell, content);
      write(cell, content);
    }
    if (cell.details !== null) unfold(cell.details, asksUnfolding(judged, isSearched));
  }

  #setAbsence(cell: Cell, absence: Absence): void {
    if (this.#absences.get(cell) === absence) return;
    this.#absences.set(cell, absence);
    if (absence === undefined) cell.element.removeAttribute('data-absent');
    else cell.element.setAttribute('data-absent', absence);
  }
}

/** Whether the sub-techniques of a cell will be unfolded once it is drawn. */
export function willBeUnfolded(judged: JudgedCell, isSearched: boolean): boolean {
  const { details } = judged.cell;
  if (details === null) return false;
  return asksUnfolding(judged, isSearched) || (details.open && !('unfolded' in details.dataset));
}

function asksUnfolding({ isMatch, children }: JudgedCell, isSearched: boolean): boolean {
  return children.length > 0 && (isSearched || !isMatch);
}

// What a reader has unfolded stays so.
function unfold(details: HTMLDetailsElement, isWanted: boolean): void {
  const { open, dataset } = details;
  if (isWanted && !open) {
    dataset['unfolded'] = '';
    details.open = true;
  } else if (!isWanted && open && 'unfolded' in dataset) {
    delete dataset['unfolded'];
    details.open = false;
  }
}

function contentOf({ isMatch, rules, tests, children }: JudgedCell): Content {
  let belowRules = 0;
  for (const child of children) belowRules += child.rules;
  return {
    isAbove: !isMatch,
    rules,
    below: children.length,
    belowRules,
    state: cellState({ rules, tests, children }),
  };
}

function isSame(one: Content | undefined, other: Content): boolean {
  return (
    one?.rules === other.rules &&
    one.below === other.below &&
    one.belowRules === other.belowRules &&
    one.isAbove === other.isAbove &&
    one.state === other.state
  );
}

function write(cell: Cell, { isAbove, rules, below, belowRules, state }: Content): void {
  const { element, details, ownCount, belowCount, belowLabel } = cell;
  element.classList.toggle('above', isAbove);
  details?.toggleAttribute('hidden', below === 0);
  if (ownCount !== null) writeRules(ownCount, rules);
  if (belowCount !== null) writeRules(belowCount, belowRules);
  if (belowLabel !== null) writeCount(belowLabel, below, 'technique');
  writeData(element, 'r', String(tintStep('rules', rules)));
  writeData(element, 'state', state);
}

function writeRules(place: Element, count: number): void {
  place.toggleAttribute('hidden', count === 0);
  writeCount(place, count, 'rule');
}

/** Writes over the number that a text begins with, and over its noun, which only a screen reader says. */
function writeCount({ firstChild, lastElementChild }: Element, count: number, noun: string): void {
  if (firstChild !== null) writeText(firstChild, /\d+/, String(count));
  const words = lastElementChild?.firstChild ?? null;
  if (words !== null) writeText(words, /[a-z]+/, countedNoun(count, noun));
}

function writeText(node: ChildNode, what: RegExp, words: string): void {
  const text = (node.nodeValue ?? '').replace(what, words);
  if (text !== node.nodeValue) node.nodeValue = text;
}

function writeData({ dataset }: HTMLElement, name: string, value: string): void {
  if (dataset[name] !== value) dataset[name] = value;
}
