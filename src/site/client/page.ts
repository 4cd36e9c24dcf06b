import { startCopying } from './copy.ts';
import { startShortcuts } from './shortcuts.ts';
import { startTables } from './tables.ts';
import { startThemeSwitch } from './theme.ts';
import { startUnfolding } from './unfold.ts';

/** Starts what every page has: the theme switch, copy buttons, the way to the search, sortable tables, long results. */
export function startPage(document: Document): void {
  startThemeSwitch(document);
  startCopying(document);
  startShortcuts(document);
  startTables(document);
  startUnfolding(document);
}
