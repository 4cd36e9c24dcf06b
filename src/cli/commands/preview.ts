import { readOutputFacts, servePreview } from '../../site/index.ts';
import { optionText, UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { portOf, portOption } from '../port.ts';

/** Serves a built site as a static host would. */
export const preview: Command = {
  name: 'preview',
  summary: 'serves a built site as a static host would, under its base',
  words: [],
  options: { out: { type: 'string', value: 'DIR', summary: 'the built site', default: 'dist' }, port: portOption },
  run: async (args, terminal) => {
    const out = optionText(args, 'out') ?? 'dist';
    if (readOutputFacts(out) === undefined)
      throw new UsageError(`${out} holds no built site; run detectionary build first`);
    const server = await servePreview(out, portOf(args)).catch((error: unknown) => {
      throw new UsageError(
        `the port ${portOf(args)} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    terminal.err(`serving ${server.url} (Ctrl+C stops)\n`);
    await terminal.untilStopped();
    await server.stop();
    return 0;
  },
};
