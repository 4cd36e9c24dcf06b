import { graphJson } from '../../graph/index.ts';
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
    answerFromVault(args, terminal, {
      name: 'graph',
      answer: (model, { out }) => {
        out(`${JSON.stringify(graphJson(model.graph))}\n`);
        return 0;
      },
    }),
};
