import type { SiteContent } from './content.ts';

// The build command has read the vault already when Astro loads its configuration, maybe as
// another instance of this module, so what it read is handed over where both see it.
const KEY = Symbol.for('detectionary.content');
type Holder = Record<typeof KEY, SiteContent | undefined>;

/** Hands a site that is already planned to the integration, or takes it back with undefined. */
export function handOver(content: SiteContent | undefined): void {
  (globalThis as unknown as Holder)[KEY] = content; // the symbol is ours alone
}

/** What was handed over; undefined when Astro was started by itself. */
export function handedContent(): SiteContent | undefined {
  return (globalThis as unknown as Holder)[KEY]; // as above
}
