import { serveVault } from '../../site/index.ts';
import { vaultOption } from '../command.ts';
import type { Command } from '../command.ts';
import { vaultFolder } from '../open-vault.ts';
import { portOf, portOption } from '../port.ts';

/** Serves the site of a vault and follows its changes. */
export const dev: Command = {
  name: 'dev',
  summary: 'serves the site and follows changes of the vault',
  words: [],
  options: { vault: vaultOption, port: portOption },
  run: async (args, terminal) => {
    const server = await serveVault(vaultFolder(args), portOf(args));
    terminal.err(`serving ${server.url} (Ctrl+C stops)\n`);
    await terminal.untilStopped();
    await server.stop();
    return 0;
  },
};
