import { noCache } from '../cache/index.ts';
import type { Cache } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { readSources } from '../vault/index.ts';
import type { Sources, Vault } from '../vault/index.ts';
import { openArchive } from './archive/archive-output.ts';
import { digestOfRequest } from './build-request.ts';
import { keepFindings } from './check.ts';
import { publicAddress } from './hosting/public-address.ts';
import type { LayOut } from './lay-out.ts';
import { openOutput } from './output.ts';
import { openSiteMemory, stands } from './standing-site.ts';
import type { BuildSummary } from './summary.ts';

/** What a build is asked for. */
export interface BuildOptions {
  /** The vault's folder; it must exist. */
  readonly vault: string;
  /** The folder that the site replaces; see {@link openOutput} for when it is refused. */
  readonly out: string;
  /** The path under which the site is published, and its address; see {@link publicAddress}. */
  readonly base: string | undefined;
  readonly site: string | undefined;
  readonly isRelative?: boolean;
  /** The archive that the site replaces, its addresses relative, in place of a folder; see {@link openArchive}. */
  readonly archive?: string | undefined;
  /** What earlier runs worked out; nothing is kept without it. */
  readonly cache?: Cache;
  /** Lays out the pages, unless the compiled layouts are to. */
  readonly layOut?: LayOut;
  /** Handed the linked vault when its site has been published; not when the site stood already. */
  readonly onModel?: (model: VaultModel, sources: Sources) => void | Promise<void>;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** A built site: its figures and everything that authors should know. */
export interface BuildResult {
  readonly vault: Vault;
  readonly summary: BuildSummary;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds a vault's site aside and then puts it in the place of the last one; where that is the very site that would be
 * built, it stays. Mistakes in notes are diagnostics and cost only themselves; when something throws, the last site
 * stays as it was. Throws {@link UnpublishableError}, {@link UnwrittenSiteError} when the system does not let it be
 * written, and {@link AddressError} when it cannot be published at the address given.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const { vault: root, out, cache = noCache, onStage = () => {} } = options;
  const { archive, layOut, onModel } = options;
  const isRelative = options.isRelative === true || archive !== undefined;
  const flags = { address: publicAddress({ ...options, isRelative }) };
  const output = archive === undefined ? openOutput(out, root) : openArchive(archive, root);
  onStage('reading the vault');
  const started = performance.now();
  const sources = readSources(root);
  const seconds = (performance.now() - started) / 1000;
  const { vault } = sources;
  const request = digestOfRequest(sources, flags);
  const memory = openSiteMemory(archive === undefined ? cache : noCache, output.target);
  if (memory.last !== undefined && stands(memory.last, { folder: output.target, request, vault })) {
    onStage('nothing has changed since the last build');
    const { summary, diagnostics } = memory.last;
    return { vault, summary: { ...summary, stages: [{ stage: 'read', seconds }] }, diagnostics };
  }
  const { makeSite } = await import('./make-site.ts'); // takes longer to load than all of the above
  const { last, spare } = memory;
  const site = await makeSite({ sources, seconds, flags, output, last, spare, cache, layOut, onModel, onStage });
  memory.keep({ ...site, request });
  const attachments = site.attachments.map(([name]) => name);
  keepFindings(cache, sources, { diagnostics: site.diagnostics, attachments });
  return { vault, summary: site.summary, diagnostics: site.diagnostics };
}
