import type { MatrixTraits } from '../../../render/index.ts';
import { readTraits } from '../../matrix-traits.ts';

/** A cell of the matrix and what is known of its technique, read from the page once. */
export interface Cell {
  readonly element: HTMLElement;
  /** One technique stands in several columns: its address tells it. */
  readonly href: string;
  /** The id, whole. */
  readonly id: string;
  /** Id and name. */
  readonly label: string;
  /** Both in lower case. */
  readonly text: string;
  readonly traits: MatrixTraits;
  readonly below: readonly Cell[];
  readonly details: HTMLDetailsElement | null;
  readonly link: HTMLElement | null;
  /** Holds the counts of its own rules and tests. */
  readonly ownCounts: HTMLElement | null;
  /** Says how many sub-techniques there are, and holds the counts of theirs. */
  readonly summary: HTMLElement | null;
}

/** A tactic's column. */
export interface Column {
  readonly element: Element;
  /** Holds its cells. */
  readonly list: Element | null;
  readonly cells: readonly Cell[];
  /** Where its techniques with a rule are counted. */
  readonly count: Element | null;
  readonly bar: SVGElement | null;
}

/** Reads the cells of a tactic's column. */
export function readColumn(section: Element): Column {
  const list = section.querySelector(':scope > ol');
  return {
    element: section,
    list,
    cells: readCells(list, ''),
    count: section.querySelector('h2 small'),
    bar: section.querySelector<SVGElement>('.share-bar'),
  };
}

function readCells(list: Element | null, above: string): readonly Cell[] {
  const elements = [...(list?.children ?? [])].filter((element) => element instanceof HTMLElement);
  return elements.map((element) => readCell(element, above));
}

/** Under its technique, a sub-technique's id is written as `.001`; `above` is the id that it goes on from. */
function readCell(element: HTMLElement, above: string): Cell {
  const link = element.querySelector<HTMLElement>(':scope > a');
  const ownCounts = element.querySelector<HTMLElement>(':scope > b');
  const id = above + (link?.querySelector('code')?.textContent ?? '');
  const label = `${id} ${link?.querySelector('span')?.textContent ?? ''}`;
  const details = element.querySelector<HTMLDetailsElement>(':scope > details');
  return {
    element,
    id,
    href: link?.getAttribute('href') ?? '',
    label,
    text: label.toLowerCase(),
    traits: readTraits(element.dataset['traits'] ?? ''),
    below: readCells(details?.querySelector('ol') ?? null, id),
    details,
    link,
    ownCounts,
    summary: details?.querySelector('summary') ?? null,
  };
}
