import { deserialize, serialize } from 'node:v8';
import { noCache } from '../cache/index.ts';
import type { Cache, Shelf } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { readSources, sourcesDigest } from '../vault/index.ts';
import type { Sources, Vault } from '../vault/index.ts';

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
  const diagnostics = kept === undefined ? await findAll(sources, cache) : (deserialize(kept) as readonly Diagnostic[]);
  if (kept === undefined) keepDiagnostics(cache, sources, diagnostics);
  return { vault: sources.vault, diagnostics };
}

/** Keeps all diagnostics of a vault, so that {@link checkVault} need not find them. */
export function keepDiagnostics(cache: Cache, sources: Sources, diagnostics: readonly Diagnostic[]): void {
  const shelf = openDiagnostics(cache);
  shelf.put(sourcesDigest(sources), () => serialize(diagnostics));
  shelf.close();
}

function openDiagnostics(cache: Cache): Shelf {
  return cache.shelf('diagnostics');
}

async function findAll(sources: Sources, cache: Cache): Promise<readonly Diagnostic[]> {
  const { findDiagnostics } = await import('./find-diagnostics.ts'); // costs more than all the rest when there is nothing to find out
  return findDiagnostics(sources, cache);
}
