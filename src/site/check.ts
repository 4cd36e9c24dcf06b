import { deserialize, serialize } from 'node:v8';
import { noCache } from '../cache/index.ts';
import type { Cache, Shelf } from '../cache/index.ts';
import { compareDiagnostics, withSeverities } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { findAttachmentProblem, readSources, sourcesDigest } from '../vault/index.ts';
import type { Sources, Vault } from '../vault/index.ts';
import type { Findings } from './find-diagnostics.ts';

/** A vault and all that its authors should know of it. */
export interface CheckedVault {
  readonly vault: Vault;
  /** Those that a build would give, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds every diagnostic that a build would, and writes nothing but the cache. The folder must exist. */
export async function checkVault(root: string, cache: Cache = noCache): Promise<CheckedVault> {
  const sources = readSources(root);
  const kept = openDiagnostics(cache).get(sourcesDigest(sources));
  // The shelf vouches for the bytes, and the program's digest for their shape.
  const found = kept === undefined ? await findAll(sources, cache) : (deserialize(kept) as Findings);
  if (kept === undefined) keepFindings(cache, sources, found);
  const { vault, settings } = sources;
  const problems = found.attachments.flatMap((attachment) => findAttachmentProblem(vault.root, attachment) ?? []);
  const ofAttachments = withSeverities(problems, settings.config.diagnostics);
  return { vault, diagnostics: [...found.diagnostics, ...ofAttachments].sort(compareDiagnostics) };
}

/** Keeps what was found in a vault, so that {@link checkVault} need not find it; what is said of attachments is left out. */
export function keepFindings(cache: Cache, sources: Sources, { diagnostics, attachments }: Findings): void {
  const shelf = openDiagnostics(cache);
  const files = new Set(attachments);
  const ofNotes = diagnostics.filter(({ place }) => !files.has(place.path));
  shelf.put(sourcesDigest(sources), () => serialize({ diagnostics: ofNotes, attachments } satisfies Findings));
  shelf.close();
}

function openDiagnostics(cache: Cache): Shelf {
  return cache.shelf('diagnostics');
}

async function findAll(sources: Sources, cache: Cache): Promise<Findings> {
  const { findDiagnostics } = await import('./find-diagnostics.ts'); // costs more than all the rest when there is nothing to find out
  return findDiagnostics(sources, cache);
}
