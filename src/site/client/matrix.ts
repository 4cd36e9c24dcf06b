import { moveInGrid } from './grid-moves.ts';
import { filterWords, matchesWords } from './table-order.ts';

/** Lets arrow keys move between the matrix's cells, its field find techniques, and its button unfold sub-techniques. */
export function startMatrix(document: Document): void {
  const matrix = document.querySelector('[data-matrix]');
  if (matrix === null) return;
  matrix.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) moveFocus(matrix, event);
  });
  const field = document.querySelector<HTMLInputElement>('[data-matrix-filter]');
  field?.addEventListener('input', () => {
    showMatches(matrix, field.value);
  });
  const button = document.querySelector('[data-matrix-unfold]');
  button?.addEventListener('click', () => {
    const isUnfolded = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isUnfolded));
    for (const details of matrix.querySelectorAll('details')) details.open = isUnfolded;
  });
}

function moveFocus(matrix: Element, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
  const { target } = event;
  const columns = [...matrix.querySelectorAll('section')].map(visibleLinks);
  const column = columns.findIndex((links) => links.some((link) => link === target));
  const row = columns[column]?.findIndex((link) => link === target) ?? -1;
  if (row < 0) return;
  const place = moveInGrid(
    columns.map(({ length }) => length),
    { column, row },
    event.key,
  );
  if (place === undefined) return;
  event.preventDefault();
  columns[place.column]?.[place.row]?.focus();
}

// A folded sub-technique's link has no box, and the focus cannot go there.
function visibleLinks(section: Element): readonly HTMLAnchorElement[] {
  return [...section.querySelectorAll<HTMLAnchorElement>('.cell > a')].filter((link) => link.checkVisibility());
}

/** Fades what does not match; a technique stays with its sub-techniques that do, and those are unfolded. */
function showMatches(matrix: Element, text: string): void {
  const words = filterWords(text);
  const fade = (cell: Element): boolean => {
    const below = [...cell.querySelectorAll('.cell')].map(fade);
    const hasBelow = below.includes(true);
    const own = cell.querySelector(':scope > a')?.textContent.toLowerCase() ?? '';
    const isMatch = matchesWords(own, words);
    cell.classList.toggle('miss', !isMatch && !hasBelow);
    const details = cell.querySelector('details');
    if (details !== null) details.open = words.length > 0 && hasBelow;
    return isMatch || hasBelow;
  };
  for (const cell of matrix.querySelectorAll('section > ol > .cell')) fade(cell);
}
