import { run } from './run.ts';
import type { Terminal } from './command.ts';

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  isScreen: process.stderr.isTTY,
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
};

// `detectionary blocks | head` closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), terminal).catch((error: unknown) => {
  terminal.err(`detectionary: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
});
