import { blocksJson } from '../../graph/index.ts';
import { vaultOption } from '../command.ts';
import type { Command } from '../command.ts';
import { openVault } from '../open-vault.ts';

/** Lists every query block with what it returns, a JSON object a line. */
export const blocks: Command = {
  name: 'blocks',
  summary: 'lists every query block with its results, a JSON object a line',
  words: [],
  options: {
    vault: vaultOption,
    format: { type: 'string', summary: 'the only form', choices: ['json'], default: 'json' },
  },
  run: async (args, terminal) => {
    for (const block of blocksJson(openVault(args).graph)) terminal.out(`${JSON.stringify(block)}\n`);
    return 0;
  },
};
