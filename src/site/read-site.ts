import { loadVault } from '../pipeline/index.ts';
import { makeSiteContent } from './content.ts';
import type { SiteContent } from './content.ts';
import type { PublicAddress } from './hosting/public-address.ts';
import { UnpublishableError } from './unpublishable.ts';

/** Reads a vault and plans its site, to be built. The folder must exist. Throws {@link UnpublishableError}. */
export function readSite(vault: string, address: PublicAddress): SiteContent {
  const model = loadVault(vault);
  if (!model.isPublishKnown) throw new UnpublishableError(model);
  return makeSiteContent(model, { address, isDev: false });
}
