import { belowWords, cellWords, signedCounts } from '../../cell-words.ts';
import { cellState, tintStep } from '../../matrix-counts.ts';
import type { Counts } from '../../cell-words.ts';
import type { CellState } from '../../matrix-counts.ts';
import type { Cell } from './cells.ts';
import type { JudgedCell } from './matches.ts';

/** What a cell says. */
interface Content {
  readonly isAbove: boolean;
  readonly rules: number;
  readonly tests: number;
  /** How many of its sub-techniques are shown. */
  readonly below: number;
  /** Their rules and tests. */
  readonly underneath: Counts;
  readonly state: CellState;
}

/** Draws the cells of a matrix, and knows of each how it was drawn last: to ask the page takes longer. */
export class CellDrawer {
  readonly #contents = new Map<Cell, Content>();
  readonly #absent = new Set<Cell>();

  /** Draws a cell as judged, or leaves it out, without its sub-techniques. */
  draw(judged: JudgedCell, isSearched: boolean): void {
    const { cell, isShown } = judged;
    if (isShown === this.#absent.has(cell)) {
      // The style sheet knows the word.
      cell.element.toggleAttribute('data-absent', !isShown);
      if (isShown) this.#absent.delete(cell);
      else this.#absent.add(cell);
    }
    if (!isShown) return;
    const content = contentOf(judged);
    write(cell, this.#contents.get(cell), content);
    this.#contents.set(cell, content);
    if (cell.details !== null) unfold(cell.details, asksUnfolding(judged, isSearched));
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
  const underneath = { rules: 0, tests: 0 };
  for (const child of children) {
    underneath.rules += child.rules;
    underneath.tests += child.tests;
  }
  return {
    isAbove: !isMatch,
    rules,
    tests,
    below: children.length,
    underneath,
    state: cellState({ rules, tests, children }),
  };
}

function isEqual(one: Counts | undefined, other: Counts): boolean {
  return one?.rules === other.rules && one.tests === other.tests;
}

// What has not changed is not even asked of the page: it answers slowly.
function write(cell: Cell, before: Content | undefined, content: Content): void {
  const { element, id, label, details, link, ownCounts, summary } = cell;
  const { isAbove, rules, tests, below, underneath, state } = content;
  if (before?.isAbove !== isAbove) element.classList.toggle('above', isAbove);
  if (before?.state !== state) writeData(element, 'state', state);
  if (!isEqual(before, content)) {
    writeData(element, 'r', String(tintStep('rules', rules)));
    writeData(element, 't', String(tintStep('tests', tests)));
    writeCounts(ownCounts, content, { place: link, words: cellWords(label, content) });
  }
  if (summary === null || (before?.below === below && isEqual(before.underneath, underneath))) return;
  if (details !== null) {
    details.hidden = below === 0;
    sayFolding(details);
  }
  if (below === 0) return;
  writeText(summary, ` ${String(below)} sub `);
  const counts = summary.querySelector('b');
  writeCounts(counts, underneath, { place: counts, words: belowWords(id, below, underneath) });
}

/** Says of a technique whether its sub-techniques are folded; nothing while none of them is shown. */
export function sayFolding(details: HTMLDetailsElement): void {
  const link = details.previousElementSibling;
  if (link !== null) link.ariaExpanded = details.hidden ? null : String(details.open);
}

/** What is said of counts, and of which element. */
interface Said {
  readonly place: Element | null;
  readonly words: string;
}

function writeCounts(seen: Element | null, counts: Counts, { place, words }: Said): void {
  if (seen === null || place === null || place.ariaLabel === words) return;
  place.ariaLabel = words;
  writeText(seen, signedCounts(counts));
}

/** Writes over the text that an element begins with: a new one would be laid out from nothing. */
export function writeText(place: Element, words: string): void {
  (place.firstChild ?? place.appendChild(new Text())).nodeValue = words;
}

function writeData({ dataset }: HTMLElement, name: string, value: string): void {
  if (dataset[name] !== value) dataset[name] = value;
}
