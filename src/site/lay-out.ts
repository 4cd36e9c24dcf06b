import type { SiteFlags } from './build-request.ts';
import { handOver } from './hand-over.ts';
import { programRoot } from './paths.ts';
import type { ReadSite } from './read-site.ts';

/** Writes the pages of a planned site, those of its routes and those that need no model, into a folder. */
export type LayOut = (planned: ReadSite, folder: string, flags: SiteFlags) => Promise<void>;

/** Has Astro lay out a site. Throws what Astro throws. */
export const layOutWithAstro: LayOut = async (planned, folder, { address }) => {
  const { build } = await import('astro'); // takes longer to load than all the rest
  handOver(planned);
  try {
    await build({
      root: programRoot,
      configFile: 'astro.config.mjs',
      logLevel: 'error',
      outDir: folder,
      base: address.base,
      // Pages that were taken from the last site stand there already.
      vite: { build: { emptyOutDir: false } },
    });
  } finally {
    handOver(undefined);
  }
};
