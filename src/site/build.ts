import { build as astroBuild } from 'astro';
import type { Diagnostic } from '../diagnostics/index.ts';
import { compareDiagnostics } from '../diagnostics/index.ts';
import { createStopwatch, loadVault } from '../pipeline/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { makeSiteContent } from './content.ts';
import type { SiteContent } from './content.ts';
import { handOver } from './hand-over.ts';
import { openOutput } from './output.ts';
import { normaliseBase, programRoot } from './paths.ts';
import { asUnwritten } from './unwritten.ts';
import { summarise } from './summary.ts';
import type { BuildSummary } from './summary.ts';

/** What a build is asked for. */
export interface BuildOptions {
  /** The vault's folder; it must exist. */
  readonly vault: string;
  /** The folder that the site replaces; see {@link openOutput} for when it is refused. */
  readonly out: string;
  readonly base: string | undefined;
  /** The address under which the site is published, for absolute links; undefined when unknown. */
  readonly site: string | undefined;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** The configuration does not tell which notes are kept out, so nothing is published. */
export class UnpublishableError extends Error {
  override readonly name = 'UnpublishableError';
  /** Holds the diagnostics that say why. */
  readonly model: VaultModel;

  constructor(model: VaultModel) {
    super('detectionary.yaml does not tell which notes are to be published, so nothing was built');
    this.model = model;
  }
}

/** A built site: its figures and everything that authors should know. */
export interface BuildResult {
  readonly model: VaultModel;
  readonly summary: BuildSummary;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds a vault's site aside and then puts it in the place of the last one. Mistakes in notes are
 * diagnostics and cost only themselves; when something throws, the last site stays as it was. Throws
 * {@link UnwrittenSiteError} when the system does not let it be written.
 */
export async function buildSite({ vault, out, base, site, onStage = () => {} }: BuildOptions): Promise<BuildResult> {
  const output = openOutput(out, vault);
  const stopwatch = createStopwatch();
  const publicBase = normaliseBase(base);
  try {
    onStage('reading and linking the vault');
    const model = loadVault(vault, { stopwatch });
    if (!model.isPublishKnown) throw new UnpublishableError(model);
    const content = makeSiteContent(model, { base: publicBase, isDev: false });
    onStage('writing pages and the search index');
    await stopwatch.timeAsync('pages and search', () =>
      layOut(content, { outDir: output.staging, base: publicBase, site }),
    );
    const diagnostics = [...content.model.diagnostics, ...content.renderDiagnostics()].sort(compareDiagnostics);
    // Measured where no other build can replace it.
    const summary = summarise(content, { folder: output.staging, diagnostics, stages: stopwatch.stages() });
    output.publish({ base: publicBase }, filesOf(content));
    return { model, summary, diagnostics };
  } catch (error) {
    output.abandon();
    throw asUnwritten(error);
  }
}

/** What the site cannot do without: every page, and what a build writes last. */
function filesOf({ site }: SiteContent): readonly string[] {
  const pages = site.routes.map(({ url }) => `${url.slice(1)}index.html`);
  return [...pages, 'search/index.html', '404.html', 'api/graph.json', 'pagefind/pagefind.js'];
}

interface LayOutOptions {
  readonly outDir: string;
  readonly base: string;
  readonly site: string | undefined;
}

async function layOut(content: SiteContent, { outDir, base, site }: LayOutOptions): Promise<void> {
  handOver(content);
  try {
    const address = site === undefined ? {} : { site };
    await astroBuild({
      root: programRoot,
      configFile: 'astro.config.mjs',
      logLevel: 'error',
      outDir,
      base,
      ...address,
    });
  } finally {
    handOver(undefined);
  }
}
