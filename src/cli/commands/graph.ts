import type { Command } from '../command.ts';
import { answerFromVault } from '../kept-answer.ts';
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
    answerFromVault(
      {
        name: 'graph',
        args,
        answer: async (model, { out }) => {
          const { graphJson } = await import('../../graph/index.ts'); // not needed where the answer is kept
          out(`${JSON.stringify(graphJson(model.graph))}\n`);
          return 0 as const;
        },
      },
      terminal,
    ),
};
