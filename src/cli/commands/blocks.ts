import { printableJson } from '../../diagnostics/index.ts';
import { blocksJson } from '../../graph/index.ts';
import type { Command } from '../command.ts';
import { vaultOptions, withVault } from '../open-vault.ts';

/** Lists every query block with what it returns, a JSON object a line. */
export const blocks: Command = {
  name: 'blocks',
  summary: 'lists every query block with its results, a JSON object a line',
  words: [],
  options: {
    ...vaultOptions,
    format: { type: 'string', summary: 'the only form', choices: ['json'], default: 'json' },
  },
  run: (args, terminal) =>
    withVault(args, ({ graph }) => {
      for (const block of blocksJson(graph)) terminal.out(`${printableJson(block)}\n`);
      return 0;
    }),
};
