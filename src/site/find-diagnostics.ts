import type { Cache } from '../cache/index.ts';
import { compareDiagnostics } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createVaultMemory, loadVault } from '../pipeline/index.ts';
import type { VaultPath } from '../source/index.ts';
import type { Sources } from '../vault/index.ts';
import { makeSiteContent } from './content.ts';
import { localAddress } from './hosting/public-address.ts';

/** What hangs on the notes of a vault alone, and not on what is in its attachments. */
export interface Findings {
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The attachments that are published. */
  readonly attachments: readonly VaultPath[];
}

/** What is found in the notes of a vault that was read, in rendering them too. */
export function findDiagnostics(sources: Sources, cache: Cache): Findings {
  const memory = createVaultMemory(cache);
  const model = loadVault(sources.vault.root, { sources, memory });
  const content = makeSiteContent(model, { address: localAddress, isDev: false }, memory);
  content.renderNotes();
  memory.keep();
  const diagnostics = [...model.diagnostics, ...content.renderDiagnostics()].sort(compareDiagnostics);
  return { diagnostics, attachments: model.graph.attachments };
}
