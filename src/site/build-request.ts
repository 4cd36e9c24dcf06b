import { createHash } from 'node:crypto';
import { sourcesDigest } from '../vault/index.ts';
import type { Sources } from '../vault/index.ts';
import type { PublicAddress } from './hosting/public-address.ts';

/** What a site is built with, beside the vault. */
export interface SiteFlags {
  readonly address: PublicAddress;
}

/** The digest of all that a site hangs on but for what is in attachments: every flag, and all that was read. */
export function digestOfRequest(sources: Sources, flags: SiteFlags): string {
  return createHash('sha256').update(JSON.stringify(flags)).update(sourcesDigest(sources)).digest('base64url');
}
