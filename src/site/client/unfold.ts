import { keep, readKept } from './kept.ts';

/**
 * Lets the buttons under long results of a search unfold them, and fold them again. Whoever comes back to the page finds them
 * as they were, and the browser's own search finds what was folded: it does not look into rows that are not there.
 */
export function startUnfolding(document: Document): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-unfold]')];
  if (buttons.length === 0) return;
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-unfold]') : null;
    if (button === null) return;
    toggle(button);
    keepUnfolded(buttons);
  });
  document.addEventListener('keydown', ({ key, ctrlKey, metaKey, shiftKey, altKey }) => {
    if (key === 'f' && (ctrlKey || metaKey) && !shiftKey && !altKey) buttons.filter(isFolded).forEach(toggle);
  });
  const { unfolded = [] } = readKept();
  buttons.filter((_, place) => unfolded.includes(place)).forEach(toggle);
}

function isFolded(button: Element): boolean {
  return button.getAttribute('aria-expanded') === 'false';
}

function keepUnfolded(buttons: readonly Element[]): void {
  keep({ unfolded: buttons.flatMap((button, place) => (isFolded(button) ? [] : [place])) });
}

function toggle(button: HTMLElement): void {
  const isFoldedNow = button.closest('.query-block')?.toggleAttribute('data-folded') ?? false;
  const words = button.textContent;
  button.setAttribute('aria-expanded', String(!isFoldedNow));
  // Keeps the words of the other state, which hold the count.
  button.textContent = button.dataset['unfold'] === '' ? 'Show the first 20' : (button.dataset['unfold'] ?? '');
  button.dataset['unfold'] = isFoldedNow ? '' : words;
}
