import type { Cache } from '../cache/index.ts';
import { createVaultMemory, loadVault } from '../pipeline/index.ts';
import type { VaultMemory } from '../pipeline/index.ts';
import { makeSiteContent } from './content.ts';
import type { Serving, SiteContent } from './content.ts';
import { UnpublishableError } from './unpublishable.ts';

/** A site that is planned, and the memory of the notes that it was planned from. */
export interface ReadSite {
  readonly content: SiteContent;
  readonly memory: VaultMemory;
}

/** Reads a vault and plans its site. The folder must exist. Throws {@link UnpublishableError}, but not for dev. */
export function readSite(vault: string, serving: Serving, cache?: Cache): ReadSite {
  const memory = createVaultMemory(cache);
  const model = loadVault(vault, { memory });
  if (!model.isPublishKnown && !serving.isDev) throw new UnpublishableError(model);
  return { memory, content: makeSiteContent(model, serving, memory) };
}
