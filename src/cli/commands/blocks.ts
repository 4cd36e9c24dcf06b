import type { Arguments, Command } from '../command.ts';
import { answerFromVault } from '../kept-answer.ts';
import type { WholeAnswer } from '../kept-answer.ts';
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
  run: (args, terminal) => answerFromVault(blocksAnswer(args), terminal),
};

/** What {@link blocks} makes of a vault. */
export function blocksAnswer(args: Arguments): WholeAnswer {
  return {
    name: 'blocks',
    args,
    answer: async ({ graph }, { out }) => {
      const { blocksJson } = await import('../../graph/index.ts'); // not needed where the answer is kept
      out(
        blocksJson(graph)
          .map((block) => `${JSON.stringify(block)}\n`)
          .join(''),
      );
      return 0 as const;
    },
  };
}
