import { createHash } from 'node:crypto';
import { readConfig } from '../domain/index.ts';
import type { ReadConfig } from '../domain/index.ts';
import { mayKeepNotesOut, readConfigFile, readVault } from './read-vault.ts';
import type { LastReading } from './read-vault.ts';
import type { Vault } from './vault.ts';

/** A vault as it stands on disk, with its configuration. */
export interface Sources {
  readonly settings: ReadConfig;
  readonly vault: Vault;
}

/**
 * Reads the configuration of a vault, then all else that it does not exclude, but for notes that `last` vouches for. The
 * folder must exist.
 */
export function readSources(root: string, last?: LastReading): Sources {
  const settings = readConfig(readConfigFile(root));
  const vault = readVault(root, settings.config.exclude, last);
  return { settings: mayKeepNotesOut(vault) ? { ...settings, isPublishKnown: false } : settings, vault };
}

/**
 * The digest of all that was read of a vault: from equal ones the same graph and the same diagnostics follow. What is
 * in attachments is not read, so it does not count; their names do.
 */
export function sourcesDigest({ vault }: Sources): string {
  const { notes, attachments, configFile, ignoreFilters, lineBreaks, diagnostics } = vault;
  const digest = createHash('sha256');
  digest.update(JSON.stringify([attachments, configFile, ignoreFilters, lineBreaks, diagnostics]));
  for (const { path, encoding, text } of notes) {
    digest.update(`\n${JSON.stringify([path, encoding, text.length])}\n`).update(text);
  }
  return digest.digest('base64url');
}
