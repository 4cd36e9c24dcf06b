import type { Cache } from '../cache/index.ts';
import { compareDiagnostics } from '../diagnostics/index.ts';
import { createVaultMemory, createStopwatch, loadVault } from '../pipeline/index.ts';
import type { Stopwatch, VaultMemory, VaultModel } from '../pipeline/index.ts';
import type { Sources } from '../vault/index.ts';
import type { SiteFlags } from './build-request.ts';
import { makeSiteContent } from './content.ts';
import type { SiteContent } from './content.ts';
import { finishSite } from './finish-site.ts';
import { servedBase } from './hosting/public-address.ts';
import { layOutPages } from './lay-out.ts';
import type { LayOut } from './lay-out.ts';
import type { Output } from './output.ts';
import { fileOfPage, reusePages } from './reuse-pages.ts';
import { onStop } from './on-stop.ts';
import { openSiteFiles } from './site-files.ts';
import type { SparePlace } from './spare.ts';
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
  /** The site that stands in the output folder, where that is known: what is the same in it is taken from it. */
  readonly last: StandingSite | undefined;
  /** Where the site before that one is, and this one will be. */
  readonly spare: SparePlace | undefined;
  readonly cache: Cache;
  /** Lays out the pages; {@link layOutPages} unless it is said. */
  readonly layOut?: LayOut | undefined;
  /** Handed the linked vault when its site has been published. */
  readonly onModel?: ((model: VaultModel, sources: Sources) => void | Promise<void>) | undefined;
  readonly onStage: (stage: string) => void;
}

/**
 * Makes a site and publishes it; when something throws, the last site stays. Throws {@link UnpublishableError} and
 * {@link UnwrittenSiteError}.
 */
export async function makeSite(wish: SiteWish): Promise<Omit<StandingSite, 'request'>> {
  const stopwatch = createStopwatch();
  const memory = createVaultMemory(wish.cache);
  wish.onStage('linking the vault');
  const model = loadVault(wish.sources.vault.root, { sources: wish.sources, stopwatch, memory });
  if (!model.isPublishKnown) throw new UnpublishableError(model);
  // Until here there is nothing to clean up, and whoever asks this process to end is heard at once.
  const takeBack = onStop(() => wish.output.abandon());
  try {
    return await make(wish, { model, memory, stopwatch });
  } catch (error) {
    wish.output.abandon();
    throw asUnwritten(error);
  } finally {
    takeBack();
  }
}

interface Linked {
  readonly model: VaultModel;
  readonly memory: VaultMemory;
  readonly stopwatch: Stopwatch;
}

async function make(wish: SiteWish, { model, memory, stopwatch }: Linked): ReturnType<typeof makeSite> {
  const { sources, seconds, flags, output, layOut = layOutPages, onStage } = wish;
  const content = makeSiteContent(model, { ...flags, isDev: false }, memory);
  // The pages of a relative site are written a second time, so they must not be those of the last one.
  const last = flags.address.isRelative ? undefined : wish.last;
  const files = openSiteFiles(output.staging, {
    last: last && { ...last, folder: output.target },
    spare: last && wish.spare?.take(output.aside),
  });
  onStage('writing pages and the search index');
  const { attachments, diagnostics: lost } = await stopwatch.timeAsync('pages and search', async () => {
    await layOut(reusePages(content.site, flags, files), output.staging, flags);
    return finishSite(output.staging, content, files);
  });
  const diagnostics = [...model.diagnostics, ...content.renderDiagnostics(), ...lost].sort(compareDiagnostics);
  const stages = [{ stage: 'read', seconds }, ...stopwatch.stages()];
  // Measured where no other build can replace it.
  const stamps = files.complete();
  const summary = summarise(content, { stamps, diagnostics, stages });
  await output.publish({ base: servedBase(flags.address) }, filesOf(content, flags), last && wish.spare?.put);
  memory.keep();
  await wish.onModel?.(model, sources);
  return { attachments, digests: files.digests, stamps, summary, diagnostics };
}

/** What the site cannot do without: every page, and what a build writes last. */
function filesOf({ site }: SiteContent, { address }: SiteFlags): readonly string[] {
  const pages = site.routes.map(({ url }) => fileOfPage(url));
  const missing = address.isRelative ? [] : ['404.html'];
  return [...pages, 'search/index.html', ...missing, 'api/graph.json', 'pagefind/pagefind.js'];
}
