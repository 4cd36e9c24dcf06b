import type { ReadSite } from './read-site.ts';

// The dev command has read the vault already when Astro loads its configuration, maybe as
// another instance of this module, so what it read is handed over where both see it.
const KEY = Symbol.for('detectionary.content');
type Holder = Record<typeof KEY, ReadSite | undefined>;

/** Hands a site that is already planned to the integration, or takes it back with undefined. */
export function handOver(site: ReadSite | undefined): void {
  (globalThis as unknown as Holder)[KEY] = site; // the symbol is ours alone
}

/** What was handed over; undefined when Astro was started by itself. */
export function handedSite(): ReadSite | undefined {
  return (globalThis as unknown as Holder)[KEY]; // as above
}
