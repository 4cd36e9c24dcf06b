import { startShortcuts } from './shortcuts.ts';
import { startThemeSwitch } from './theme.ts';

/** Starts what every page has: the theme switch and the way to the search. */
export function startFrame(document: Document): void {
  startThemeSwitch(document);
  startShortcuts(document);
}
