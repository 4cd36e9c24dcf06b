import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolders } from '../../cache/index.ts';
import { reasonOf } from '../../vault/index.ts';
import { UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { starterVault } from '../starter-vault.ts';

/** Writes a small vault to start from. */
export const init: Command = {
  name: 'init',
  summary: 'writes a small vault to start from, with its configuration',
  words: ['DIR'],
  options: {},
  run: async (args, terminal) => {
    const [folder = '.'] = args.words;
    try {
      if (existsSync(folder) && readdirSync(folder).length > 0)
        throw new UsageError(`${folder} is not empty; name a new or empty folder`);
      writeVault(path.resolve(folder));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${folder} cannot be written: ${reasonOf(error)}`);
    }
    terminal.err(
      `wrote ${Object.keys(starterVault).length} files to ${folder}; build its site with: detectionary build --vault ${folder}\n`,
    );
    return 0;
  },
};

function writeVault(folder: string): void {
  for (const [name, text] of Object.entries(starterVault)) {
    const file = path.join(folder, name);
    makeFolders(path.dirname(file));
    writeFileSync(file, text);
  }
}
