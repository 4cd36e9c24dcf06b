import { serveVault } from '../../site/index.ts';
import type { Command } from '../command.ts';
import { cacheOf, vaultFolder, vaultOptions } from '../open-vault.ts';
import { portOf, portOption } from '../port.ts';

/** Serves the site of a vault and follows its changes. */
export const dev: Command = {
  name: 'dev',
  summary: 'serves the site and follows changes of the vault',
  words: [],
  options: { ...vaultOptions, port: portOption },
  run: async (args, terminal) => {
    const vault = vaultFolder(args);
    const server = await serveVault(vault, { port: portOf(args), cache: cacheOf(args, vault) });
    terminal.err(`serving ${server.url} (Ctrl+C stops)\n`);
    await terminal.untilStopped();
    await server.stop();
    return 0;
  },
};
