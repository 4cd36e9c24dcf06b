import { nearest } from '../diagnostics/index.ts';
import { UsageError } from './command.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { commandNames, loadCommand, loadCommands } from './commands/index.ts';
import { commandHelp, programHelp } from './help.ts';
import { parseArguments } from './parse-arguments.ts';

/** Runs the program on its arguments (without `node` and the script) and gives its exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(programHelp(await loadCommands()));
    return name === undefined ? 2 : 0;
  }
  try {
    return await runCommand(await findCommand(name), rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError) && !isFolderGone(error)) throw error;
    const message = error instanceof UsageError ? error.message : 'the folder you are in was replaced; enter it again';
    terminal.err(`detectionary: ${message}\n`);
    return 2;
  }
}

/** Whether there is no current folder any more, as after `--out .` in a shell. */
function isFolderGone(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}

async function runCommand(command: Command, argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) {
    terminal.out(commandHelp(command));
    return 0;
  }
  return command.run(parseArguments(command, argv), terminal);
}

async function findCommand(name: string): Promise<Command> {
  const found = await loadCommand(name);
  if (found !== undefined) return found;
  const near = nearest(name, commandNames);
  throw new UsageError(
    `there is no command “${name}”; ${near === undefined ? 'see detectionary --help' : `did you mean ${near}?`}`,
  );
}
