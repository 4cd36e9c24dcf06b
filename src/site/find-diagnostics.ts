import type { Cache } from '../cache/index.ts';
import { compareDiagnostics } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createVaultMemory, loadVault } from '../pipeline/index.ts';
import type { Sources } from '../vault/index.ts';
import { makeSiteContent } from './content.ts';
import { localAddress } from './hosting/public-address.ts';

/** Every diagnostic of a vault that was read, those of rendering too, sorted by place. */
export function findDiagnostics(sources: Sources, cache: Cache): readonly Diagnostic[] {
  const memory = createVaultMemory(cache);
  const model = loadVault(sources.vault.root, { sources, memory });
  const content = makeSiteContent(model, { address: localAddress, isDev: false }, memory);
  content.renderNotes();
  memory.keep();
  return [...model.diagnostics, ...content.renderDiagnostics()].sort(compareDiagnostics);
}
