/** Lets the arrow keys move from the search field through the hits and back, and Escape return to the field or empty it. */
export function startHitKeys(root: HTMLElement, field: HTMLInputElement): void {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.hit a[href]')];
    const at = event.target === field ? -1 : links.findIndex((link) => link === event.target);
    if (at < 0 && event.target !== field) return;
    if (moveFrom(at, event.key, { links, field })) event.preventDefault();
  });
}

interface Places {
  readonly links: readonly HTMLAnchorElement[];
  readonly field: HTMLInputElement;
}

/** Moves the focus from a hit, or from the field when `at` is -1; tells whether the key was one of ours. */
function moveFrom(at: number, key: string, { links, field }: Places): boolean {
  if (key === 'ArrowDown') {
    links[Math.min(at + 1, links.length - 1)]?.focus();
    return true;
  }
  if (at >= 0 && (key === 'ArrowUp' || key === 'Escape')) {
    const target = key === 'Escape' ? undefined : links[at - 1];
    (target ?? field).focus();
    return true;
  }
  if (key === 'Escape' && field.value === '') {
    field.blur();
    return true;
  }
  return false;
}
