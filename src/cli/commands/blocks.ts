import { blocksJson } from '../../graph/index.ts';
import type { Command } from '../command.ts';
import { answerFromVault } from '../kept-answer.ts';
import { vaultOptions } from '../open-vault.ts';

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
    answerFromVault(args, terminal, {
      name: 'blocks',
      answer: ({ graph }, { out }) => {
        out(
          blocksJson(graph)
            .map((block) => `${JSON.stringify(block)}\n`)
            .join(''),
        );
        return 0;
      },
    }),
};
