import type { Command } from '../command.ts';
import { printKept } from '../kept-answer.ts';
import { vaultOptions } from '../open-vault.ts';

/** Prints the typed graph as one JSON object. */
export const graph: Command = {
  name: 'graph',
  summary: 'prints the typed graph as JSON',
  words: [],
  options: {
    ...vaultOptions,
    format: { type: 'string', summary: 'the only form', choices: ['json'], default: 'json' },
  },
  run: (args, terminal) =>
    printKept(args, terminal, {
      name: 'graph',
      print: async (model) => {
        const { graphJson } = await import('../../graph/index.ts');
        return `${JSON.stringify(graphJson(model.graph))}\n`;
      },
    }),
};
