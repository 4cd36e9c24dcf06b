import { graphJson } from '../../graph/index.ts';
import { vaultOption } from '../command.ts';
import type { Command } from '../command.ts';
import { openVault } from '../open-vault.ts';

/** Prints the typed graph as one JSON object. */
export const graph: Command = {
  name: 'graph',
  summary: 'prints the typed graph as JSON',
  words: [],
  options: {
    vault: vaultOption,
    format: { type: 'string', summary: 'the only form', choices: ['json'], default: 'json' },
  },
  run: async (args, terminal) => {
    terminal.out(`${JSON.stringify(graphJson(openVault(args).graph))}\n`);
    return 0;
  },
};
