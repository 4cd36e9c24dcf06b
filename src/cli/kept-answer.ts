import type { VaultModel } from '../pipeline/index.ts';
import { readSources, sourcesDigest } from '../vault/index.ts';
import type { Arguments, ExitCode, Terminal } from './command.ts';
import { cacheOf, vaultFolder } from './open-vault.ts';

/** What a command prints of a whole vault. */
export interface WholeAnswer {
  /** Of the command, for the cache. */
  readonly name: string;
  /** What is printed; from the same vault and the same arguments the same text. */
  readonly print: (model: VaultModel) => string | Promise<string>;
}

/** Prints an answer that hangs on the vault alone: for one that has not changed, what was printed the last time. */
export async function printKept(args: Arguments, terminal: Terminal, { name, print }: WholeAnswer): Promise<ExitCode> {
  const vault = vaultFolder(args);
  const cache = cacheOf(args, vault);
  const sources = readSources(vault);
  const shelf = cache.shelf(`answer-${name}`);
  const key = JSON.stringify([sourcesDigest(sources), args.words, args.options]);
  let text = shelf.get(key)?.toString('utf8');
  if (text === undefined) {
    const { createVaultMemory, loadVault } = await import('../pipeline/index.ts');
    const memory = createVaultMemory(cache);
    text = await print(loadVault(vault, { sources, memory }));
    memory.keep();
    shelf.put(key, Buffer.from(text));
  }
  shelf.close();
  terminal.out(text);
  return 0;
}
