import { createHash } from 'node:crypto';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { VaultPath } from '../source/index.ts';
import { digestAttachment } from '../vault/index.ts';
import type { Vault } from '../vault/index.ts';
import { areUntouched } from './file-stamps.ts';
import type { FileStamp } from './file-stamps.ts';
import { openSpare } from './spare.ts';
import type { SparePlace } from './spare.ts';
import type { BuildSummary } from './summary.ts';

/** What the cache knows of the site that was last built into a folder. */
export interface StandingSite {
  /** The digest of all that it was asked for and made from, but for what is in attachments. */
  readonly request: string;
  /** The attachments that it holds, with the digests of their bytes. */
  readonly attachments: readonly AttachmentDigest[];
  /** What each of its pages and files hangs on, as a digest, by its path; the search index is not among them. */
  readonly digests: ReadonlyMap<string, string>;
  /** All files in the output folder but the one that marks it, as they were left. */
  readonly stamps: readonly FileStamp[];
  readonly summary: BuildSummary;
  readonly diagnostics: readonly Diagnostic[];
}

/** An attachment with the digest of its bytes. */
export type AttachmentDigest = readonly [path: VaultPath, digest: string];

/** What is remembered of one output folder. */
export interface SiteMemory {
  /** The site that was last built there; undefined when that is not known. */
  readonly last: StandingSite | undefined;
  /** A place for the site that a build replaces, until the next takes it from there; undefined without a cache. */
  readonly spare: SparePlace | undefined;
  /** Remembers a site in the place of the last; once. */
  keep(site: StandingSite): void;
}

/** Opens what is remembered of an output folder. */
export function openSiteMemory(cache: Cache, folder: string): SiteMemory {
  const name = `site-${digestOf(path.resolve(folder)).slice(0, 16)}`;
  const shelf = cache.shelf(name);
  const kept = shelf.get('site');
  // The shelf vouches for the bytes, and the program's digest for their shape.
  const last = kept && (deserialize(kept) as StandingSite);
  const spare = cache.folder(`${name}.spare`);
  return {
    last,
    spare: spare === undefined ? undefined : openSpare(spare, shelf, last),
    keep: (site) => {
      shelf.put('site', () => serialize(site));
      shelf.close();
    },
  };
}

/** Whether the site in a folder is the one that a request asks for, and nobody has changed it since; what was added has been refused already. */
export function stands(site: StandingSite, { folder, request, vault }: Wish): boolean {
  return (
    site.request === request &&
    site.attachments.every(([name, digest]) => attachmentDigest(vault, name) === digest) &&
    areUntouched(folder, site.stamps)
  );
}

interface Wish {
  readonly folder: string;
  readonly request: string;
  readonly vault: Vault;
}

/** The digests of some attachments. */
export function digestAttachments(vault: Vault, names: readonly VaultPath[]): readonly AttachmentDigest[] {
  return names.map((name) => [name, attachmentDigest(vault, name)]);
}

/** The digest of an attachment's bytes, or a word for one that cannot be read. */
function attachmentDigest({ root }: Vault, name: VaultPath): string {
  return digestAttachment(root, name) ?? 'unreadable';
}

function digestOf(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
