import { loadVault } from '../pipeline/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { isVaultFolder } from '../vault/index.ts';
import { optionText, UsageError } from './command.ts';
import type { Arguments } from './command.ts';

/** The vault's folder from `--vault`. Throws {@link UsageError} when there is none. */
export function vaultFolder(args: Arguments): string {
  const folder = optionText(args, 'vault') ?? 'content';
  if (!isVaultFolder(folder))
    throw new UsageError(`there is no folder ${folder} to read a vault from; name one with --vault DIR`);
  return folder;
}

/** Reads and links the vault that `--vault` names. Throws {@link UsageError} when there is none. */
export function openVault(args: Arguments): VaultModel {
  return loadVault(vaultFolder(args));
}
