import { sayFolding } from './draw-cell.ts';
import { moveInGrid } from './grid-moves.ts';

/**
 * Makes the matrix one stop of the Tab key: arrows, Home and End move between its techniques, Enter opens as with any link,
 * Space unfolds the sub-techniques or, on one of them, folds them again. To whoever comes back to the page the stop and the focus are
 * where they were. A screen reader is told of the keys at the first technique, and at each with sub-techniques whether they
 * are folded. To be started when the matrix is drawn.
 */
export function startRoving(matrix: Element): void {
  const links = [...matrix.querySelectorAll<HTMLElement>('.cell > a')];
  let stop = links[0];
  for (const link of links) if (link !== stop) link.tabIndex = -1;
  // Not every screen reader says what describes a group.
  stop?.setAttribute('aria-describedby', 'matrix-keys');
  for (const details of matrix.querySelectorAll('details')) {
    // The Space key does the same from the technique.
    details.querySelector('summary')?.setAttribute('tabindex', '-1');
    details.addEventListener('toggle', () => sayFolding(details));
    sayFolding(details);
  }
  const moveStop = (link: HTMLElement): void => {
    if (stop !== undefined) stop.tabIndex = -1;
    link.tabIndex = 0;
    stop = link;
  };
  // What was folded or left out cannot hold the stop.
  const keepStop = (): void => {
    if (stop !== undefined && isReachable(stop)) return;
    const first = links.find(isReachable);
    if (first !== undefined) moveStop(first);
  };
  keepStop();
  matrix.addEventListener('matrix-change', keepStop);
  matrix.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLAnchorElement && target.parentElement?.matches('.cell') === true) moveStop(target);
  });
  matrix.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) answerKey(matrix, event);
  });
  matrix.addEventListener('click', ({ target }) => {
    const cell = links.findIndex((link) => target instanceof Node && link.contains(target));
    if (cell >= 0) history.replaceState({ cell }, '');
  });
  returnTo(links[Number((history.state as { readonly cell?: unknown } | null)?.cell)]); // as kept above
}

/** Browsers bring the page back to where it was scrolled to, but not the matrix in its box. */
function returnTo(link: HTMLElement | undefined): void {
  link?.closest('details')?.setAttribute('open', '');
  link?.focus();
}

// Told by the attributes, since to ask whether it is visible would have the page laid out between two changes of it.
function isReachable(link: Element): boolean {
  return link.closest('[data-empty], [data-absent], details:not([open]) ol') === null;
}

function answerKey(matrix: Element, event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLAnchorElement)) return;
  const isAnswered = key === ' ' ? toggleBelow(target) : moveFocus(matrix, target, key);
  if (isAnswered) event.preventDefault();
}

function toggleBelow(link: HTMLAnchorElement): boolean {
  const own = link.parentElement?.querySelector<HTMLDetailsElement>(':scope > details:not([hidden])') ?? null;
  if (own !== null) {
    own.open = !own.open;
    return true;
  }
  const around = link.closest('details');
  if (around === null) return link.matches('.cell > a');
  around.parentElement?.querySelector<HTMLElement>(':scope > a')?.focus();
  around.open = false;
  return true;
}

function moveFocus(matrix: Element, link: HTMLAnchorElement, key: string): boolean {
  const columns = [...matrix.querySelectorAll('section')].map(visibleLinks);
  const column = columns.findIndex((links) => links.includes(link));
  const row = columns[column]?.indexOf(link) ?? -1;
  if (row < 0) return false;
  const lengths = columns.map(({ length }) => length);
  const place = moveInGrid(lengths, { column, row }, key);
  if (place === undefined) return false;
  columns[place.column]?.[place.row]?.focus();
  return true;
}

// A folded sub-technique's link has no box, and the focus cannot go there.
function visibleLinks(section: Element): readonly HTMLAnchorElement[] {
  return [...section.querySelectorAll<HTMLAnchorElement>('.cell > a')].filter(isReachable);
}
