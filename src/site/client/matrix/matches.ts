import type { CountedCell, CoverageShares } from '../../matrix-counts.ts';
import { sharesOf } from '../../matrix-counts.ts';
import { matchesWords } from '../filter-words.ts';
import type { Cell, Column } from './cells.ts';
import { narrow } from './narrowing.ts';
import type { MatrixChoices, Narrowed } from './narrowing.ts';

/** What is asked of the matrix. */
export interface Question {
  readonly words: readonly string[];
  readonly choices: MatrixChoices;
}

/** A cell as a question leaves it: those of its sub-techniques that are shown are its `children`. */
export interface JudgedCell extends CountedCell {
  readonly cell: Cell;
  readonly isMatch: boolean;
  /** It matches, or stands above one that does. */
  readonly isShown: boolean;
  /** All of its sub-techniques. */
  readonly below: readonly JudgedCell[];
  readonly children: readonly JudgedCell[];
}

/** A column as a question leaves it. */
export interface JudgedColumn {
  readonly column: Column;
  readonly cells: readonly JudgedCell[];
  /** None of them is shown. */
  readonly isEmpty: boolean;
  readonly shares: CoverageShares;
}

/** What a question leaves of the matrix. */
export interface Matches {
  readonly isSearched: boolean;
  readonly columns: readonly JudgedColumn[];
  /** Of the techniques that match, each counted once. */
  readonly shares: CoverageShares;
}

type Judge = (cell: Cell) => Narrowed;

/** Finds the techniques that a question asks for. Nothing of the page is changed. */
export function findMatches(columns: readonly Column[], { words, choices }: Question): Matches {
  const judge = createJudge(words, choices);
  const matching = new Map<string, JudgedCell>();
  const isNarrowed = words.length > 0 || choices.size > 0;
  const judged = columns.map((column) => {
    const cells = column.cells.map((cell) => judgeCell(cell, judge));
    const own = cells.filter(({ isMatch }) => isMatch);
    const all = [...own, ...cells.flatMap(({ children }) => children)];
    for (const one of all) matching.set(one.cell.href, one);
    // As the page was built, a column's head counts its techniques alone; of what is left, all.
    return { column, cells, isEmpty: all.length === 0, shares: sharesOf(isNarrowed ? all : own) };
  });
  return { isSearched: words.length > 0, columns: judged, shares: sharesOf([...matching.values()]) };
}

function createJudge(words: readonly string[], choices: MatrixChoices): Judge {
  const known = new Map<string, Narrowed>();
  return (cell) => {
    const before = known.get(cell.href);
    if (before !== undefined) return before;
    const { isMatch, ...counts } = narrow(cell.traits, choices);
    const judged = { isMatch: isMatch && matchesWords(cell.text, words), ...counts };
    known.set(cell.href, judged);
    return judged;
  };
}

function judgeCell(cell: Cell, judge: Judge): JudgedCell {
  const below = cell.below.map((one) => judgeCell(one, judge));
  const children = below.filter(({ isShown }) => isShown);
  const judged = judge(cell);
  return { cell, ...judged, isShown: judged.isMatch || children.length > 0, below, children };
}
