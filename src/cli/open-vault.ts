import { defaultCacheFolder, isWithin, noCache, openCache } from '../cache/index.ts';
import type { Cache } from '../cache/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { isVaultFolder } from '../vault/index.ts';
import { optionText, UsageError } from './command.ts';
import type { Arguments, ExitCode, OptionHelp } from './command.ts';

/** The options of every command that reads a vault. */
export const vaultOptions = {
  vault: { type: 'string', value: 'DIR', summary: 'the vault, read-only', default: 'content' },
  cache: {
    type: 'string',
    value: 'DIR',
    summary: 'where to keep what the next run can use (default: DETECTIONARY_CACHE, else your cache folder)',
  },
  'no-cache': { type: 'boolean', summary: 'work everything out anew, and keep nothing' },
} as const satisfies Record<string, OptionHelp>;

/** The vault's folder from `--vault`. Throws {@link UsageError} when there is none. */
export function vaultFolder(args: Arguments): string {
  const folder = optionText(args, 'vault') ?? 'content';
  if (!isVaultFolder(folder))
    throw new UsageError(`there is no folder ${folder} to read a vault from; name one with --vault DIR`);
  return folder;
}

/**
 * The cache of a vault that the options and the environment ask for. Throws {@link UsageError} when it would lie in the vault, or
 * in the folder that a site replaces.
 */
export function cacheOf(args: Arguments, vault: string): Cache {
  if (args.options['no-cache'] === true) return noCache;
  const named = optionText(args, 'cache');
  const folder = named ?? defaultCacheFolder(process.env);
  if (folder === undefined) return noCache;
  const out = args.options['archive'] === undefined ? optionText(args, 'out') : undefined;
  const isInVault = isWithin(folder, vault);
  if (!isInVault && (out === undefined || !isWithin(folder, out))) return openCache({ folder, vault });
  if (named === undefined) return noCache;
  const where = isInVault ? 'in the vault, which is only read' : `in ${out ?? 'a site'}, which is replaced`;
  throw new UsageError(`the cache ${named} would lie ${where}; name another folder`);
}

/**
 * Reads and links the vault that `--vault` names, runs some work on it, and then keeps in the cache what was worked
 * out of the notes. Throws {@link UsageError} when there is no vault.
 */
export async function withVault(
  args: Arguments,
  work: (model: VaultModel) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const vault = vaultFolder(args);
  const { createVaultMemory, loadVault } = await import('../pipeline/index.ts');
  const memory = createVaultMemory(cacheOf(args, vault));
  const exitCode = await work(loadVault(vault, { memory }));
  memory.keep();
  return exitCode;
}
