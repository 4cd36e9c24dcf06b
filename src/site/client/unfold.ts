/** Lets the buttons under long results of a search unfold them, and fold them again. */
export function startUnfolding(document: Document): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-unfold]') : null;
    if (button !== null) toggle(button);
  });
}

function toggle(button: HTMLElement): void {
  const isFolded = button.closest('.query-block')?.toggleAttribute('data-folded') ?? false;
  const words = button.textContent;
  button.setAttribute('aria-expanded', String(!isFolded));
  // Keeps the words of the other state, which hold the count.
  button.textContent = button.dataset['unfold'] === '' ? 'Show the first 20' : (button.dataset['unfold'] ?? '');
  button.dataset['unfold'] = isFolded ? '' : words;
}
