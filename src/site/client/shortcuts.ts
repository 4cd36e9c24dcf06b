import { isOnDisk, pageAddress, siteBase } from './site-address.ts';

/** What of a key press tells whether it asks for the search. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Whether the reader is typing into a field. */
  readonly isTyping: boolean;
}

/** Whether a key press asks for the search: `/` outside of fields, Ctrl+K or Cmd+K anywhere. */
export function asksForSearch({ key, ctrlKey, metaKey, altKey, shiftKey, isTyping }: KeyPress): boolean {
  if (altKey) return false;
  if (key === '/') return !ctrlKey && !metaKey && !isTyping;
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !shiftKey;
}

/**
 * Lets the keys lead to the search: to its field where the page has one, to the search page elsewhere, with what the reader
 * types until that has come.
 */
export function startShortcuts(document: Document): void {
  let typed: string | undefined;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if (typed !== undefined && isCharacter(event)) typed += event.key;
    else if (asksForSearch(keyPressOf(event))) typed = '';
    else return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('[data-search] input[type=search]');
    if (field === null) {
      const query = typed && `?q=${encodeURIComponent(typed)}`;
      location.assign(pageAddress(siteBase(document), `/search/${query}#search-field`, isOnDisk(location)));
    } else {
      typed = undefined;
      field.focus();
      field.select();
    }
  });
  // The page may be shown again as it was left.
  addEventListener('pagehide', () => (typed = undefined));
}

function isCharacter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

function keyPressOf({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): KeyPress {
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));
  return { key, ctrlKey, metaKey, altKey, shiftKey, isTyping };
}
