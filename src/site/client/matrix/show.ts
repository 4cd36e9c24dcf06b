import { coverageBar, sharesOf } from '../../matrix-counts.ts';
import type { CoverageShares } from '../../matrix-counts.ts';
import { matchesWords } from '../table-order.ts';
import { drawRules } from './cells.ts';
import type { Cell, Column, ShownCell } from './cells.ts';
import { narrow } from './narrowing.ts';
import type { MatrixChoices, Narrowed } from './narrowing.ts';

/** What is asked of the matrix. */
export interface Question {
  readonly words: readonly string[];
  readonly choices: MatrixChoices;
}

type Judge = (cell: Cell) => Narrowed;

/**
 * Shows the techniques that a question asks for, and a technique above one of them; folds all others away and counts anew.
 * Gives the shares of the techniques that match, each counted once.
 */
export function showMatches(columns: readonly Column[], { words, choices }: Question): CoverageShares {
  const judge = createJudge(words, choices);
  const matching = new Map<string, ShownCell>();
  const isNarrowed = words.length > 0 || choices.size > 0;
  // Nothing is measured in between, so that the page is laid out once.
  for (const { element, cells, count, bar } of columns) {
    const shown = cells.flatMap((cell) => showCell(cell, judge, words.length > 0));
    const own = shown.filter(({ cell }) => judge(cell).isMatch);
    const all = [...own, ...shown.flatMap(({ children }) => children)];
    for (const one of all) matching.set(one.cell.href, one);
    element.toggleAttribute('data-empty', shown.length === 0);
    // As the page was built, a column's head counts its techniques alone; of what is left, all.
    drawHead({ count, bar }, sharesOf(isNarrowed ? all : own));
  }
  return sharesOf([...matching.values()]);
}

function createJudge(words: readonly string[], choices: MatrixChoices): Judge {
  const known = new Map<string, Narrowed>();
  return (cell) => {
    const before = known.get(cell.href);
    if (before !== undefined) return before;
    const narrowed = narrow(cell.traits, choices);
    const judged = { ...narrowed, isMatch: narrowed.isMatch && matchesWords(cell.text, words) };
    known.set(cell.href, judged);
    return judged;
  };
}

function showCell(cell: Cell, judge: Judge, isSearched: boolean): readonly ShownCell[] {
  const children = cell.below.flatMap((one) => showCell(one, judge, isSearched));
  const { isMatch, rules } = judge(cell);
  const { element, details, tests } = cell;
  const isShown = isMatch || children.length > 0;
  element.hidden = !isShown;
  if (!isShown) return [];
  element.classList.toggle('above', !isMatch);
  if (details !== null) {
    details.hidden = children.length === 0;
    unfold(details, children.length > 0 && (isSearched || !isMatch));
  }
  const shown = { cell, rules, tests, children };
  drawRules(shown);
  return [shown];
}

// What a reader has unfolded stays so.
function unfold(details: HTMLDetailsElement, isWanted: boolean): void {
  if (isWanted && !details.open) details.dataset['unfolded'] = '';
  if (isWanted) details.open = true;
  else if ('unfolded' in details.dataset) {
    delete details.dataset['unfolded'];
    details.open = false;
  }
}

function drawHead({ count, bar }: Pick<Column, 'count' | 'bar'>, shares: CoverageShares): void {
  const all = shares.both + shares.rulesOnly + shares.testsOnly + shares.neither;
  const words = all === 0 ? 'none' : `${String(shares.both + shares.rulesOnly)} of ${String(all)} with a rule`;
  if (count !== null) count.textContent = words;
  if (bar === null) return;
  const { viewBox, lanes } = coverageBar(shares);
  // A box without a width is a mistake.
  bar.setAttribute('viewBox', all === 0 ? '0 0 1 2' : viewBox);
  for (const [index, { x, width }] of lanes.entries()) {
    bar.children[index]?.setAttribute('x', String(x));
    bar.children[index]?.setAttribute('width', String(width));
  }
}
