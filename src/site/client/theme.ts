/** `system` follows the reader's system; the others hold whatever it says. */
export type Theme = 'system' | 'light' | 'dark';

/** The key in the browser's storage; `public/theme.js` reads it before the page is painted. */
export const themeKey = 'theme';

/** The theme that a stored value stands for; anything unknown is `system`. */
export function readTheme(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** The theme after one press of the switch: system, light, dark, and round again. */
export function nextTheme(theme: Theme): Theme {
  switch (theme) {
    case 'system':
      return 'light';
    case 'light':
      return 'dark';
    case 'dark':
      return 'system';
  }
}

/** Lets `[data-theme-switch]` change the theme and keep it for later pages. */
export function startThemeSwitch(document: Document): void {
  const button = document.querySelector('[data-theme-switch]');
  const label = document.querySelector('[data-theme-label]');
  if (button === null || label === null) return;
  let theme = readTheme(document.documentElement.dataset['theme'] ?? null);
  const show = (): void => {
    label.textContent = `Theme: ${theme}`;
    button.setAttribute('title', `Theme: ${theme}`);
  };
  show();
  button.addEventListener('click', () => {
    // Not every screen reader says a button's new name by itself; when the page is opened it is to be silent.
    label.ariaLive = 'polite';
    theme = nextTheme(theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    keep(theme);
    show();
  });
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage may be switched off; then the choice holds for this page.
  }
}
