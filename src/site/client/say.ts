import { element } from './elements.ts';

/** So long the keys must rest: what is said between two of them a screen reader may drop. */
const REST = 400;

/** Gives what says words to a screen reader, once no later ones have come for a moment. */
export function createSayer(document: Document): (words: string) => void {
  const status = element('p', { class: 'visually-hidden', 'aria-live': 'polite', 'data-said': '' });
  document.body.append(status);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (words) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      status.textContent = words;
    }, REST);
  };
}
