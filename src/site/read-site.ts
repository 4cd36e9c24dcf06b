import type { Cache } from '../cache/index.ts';
import { createNoteMemory, loadVault } from '../pipeline/index.ts';
import type { NoteMemory } from '../pipeline/index.ts';
import { makeSiteContent } from './content.ts';
import type { Serving, SiteContent } from './content.ts';

/** A site that is planned, and the memory of the notes that it was planned from. */
export interface ReadSite {
  readonly content: SiteContent;
  readonly memory: NoteMemory;
}

/** Reads a vault and plans its site. The folder must exist. */
export function readSite(vault: string, serving: Serving, cache?: Cache): ReadSite {
  const memory = createNoteMemory(cache);
  return { memory, content: makeSiteContent(loadVault(vault, { memory }), serving) };
}
