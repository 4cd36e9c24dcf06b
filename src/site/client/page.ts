import { showAsked } from './asked.ts';
import { startCopying } from './copy.ts';
import { startFrame } from './frame.ts';
import { startTables } from './tables.ts';
import { startUnfolding } from './unfold.ts';

/** Starts what pages with text and lists have: that of every page, copy buttons, sortable tables, long results. */
export function startPage(document: Document): void {
  startFrame(document);
  startCopying(document);
  startTables(document);
  showAsked(document);
  startUnfolding(document);
}
