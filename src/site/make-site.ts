import { build as astroBuild } from 'astro';
import type { Cache } from '../cache/index.ts';
import { compareDiagnostics } from '../diagnostics/index.ts';
import { createVaultMemory, createStopwatch, loadVault } from '../pipeline/index.ts';
import type { Sources } from '../vault/index.ts';
import type { SiteFlags } from './build-request.ts';
import { makeSiteContent } from './content.ts';
import type { SiteContent } from './content.ts';
import { stampFiles } from './file-stamps.ts';
import { handOver } from './hand-over.ts';
import { servedBase } from './hosting/public-address.ts';
import type { Output } from './output.ts';
import { programRoot } from './paths.ts';
import type { ReadSite } from './read-site.ts';
import { digestAttachments } from './standing-site.ts';
import type { StandingSite } from './standing-site.ts';
import { summarise } from './summary.ts';
import { UnpublishableError } from './unpublishable.ts';
import { asUnwritten } from './unwritten.ts';

/** What a site is made from and where it goes. */
export interface SiteWish {
  readonly sources: Sources;
  /** How long the reading of the sources took. */
  readonly seconds: number;
  readonly flags: SiteFlags;
  readonly output: Output;
  readonly cache: Cache;
  readonly onStage: (stage: string) => void;
}

/**
 * Makes a site and publishes it; when something throws, the last site stays. Throws {@link UnpublishableError} and
 * {@link UnwrittenSiteError}.
 */
export async function makeSite(wish: SiteWish): Promise<Omit<StandingSite, 'request'>> {
  try {
    return await make(wish);
  } catch (error) {
    wish.output.abandon();
    throw asUnwritten(error);
  }
}

async function make({ sources, seconds, flags, output, cache, onStage }: SiteWish): ReturnType<typeof makeSite> {
  const { vault } = sources;
  const stopwatch = createStopwatch();
  const memory = createVaultMemory(cache);
  onStage('linking the vault');
  const model = loadVault(vault.root, { sources, stopwatch, memory });
  if (!model.isPublishKnown) throw new UnpublishableError(model);
  const content = makeSiteContent(model, { ...flags, isDev: false }, memory);
  onStage('writing pages and the search index');
  await stopwatch.timeAsync('pages and search', () =>
    layOut({ content, memory }, { ...flags, outDir: output.staging }),
  );
  const diagnostics = [...model.diagnostics, ...content.renderDiagnostics()].sort(compareDiagnostics);
  const attachments = digestAttachments(vault, model.graph.attachments);
  const stages = [{ stage: 'read', seconds }, ...stopwatch.stages()];
  // Measured where no other build can replace it.
  const stamps = stampFiles(output.staging);
  const summary = summarise(content, { stamps, diagnostics, stages });
  await output.publish({ base: servedBase(flags.address) }, filesOf(content, flags));
  memory.keep();
  return { attachments, stamps, summary, diagnostics };
}

/** What the site cannot do without: every page, and what a build writes last. */
function filesOf({ site }: SiteContent, { address }: SiteFlags): readonly string[] {
  const pages = site.routes.map(({ url }) => `${url.slice(1)}index.html`);
  const missing = address.isRelative ? [] : ['404.html'];
  return [...pages, 'search/index.html', ...missing, 'api/graph.json', 'pagefind/pagefind.js'];
}

interface LayOutOptions extends SiteFlags {
  readonly outDir: string;
}

async function layOut(planned: ReadSite, { outDir, address }: LayOutOptions): Promise<void> {
  handOver(planned);
  try {
    await astroBuild({
      root: programRoot,
      configFile: 'astro.config.mjs',
      logLevel: 'error',
      outDir,
      base: address.base,
    });
  } finally {
    handOver(undefined);
  }
}
