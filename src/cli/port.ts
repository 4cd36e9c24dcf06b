import { optionText, UsageError } from './command.ts';
import type { Arguments, OptionHelp } from './command.ts';

/** The option that servers take. */
export const portOption: OptionHelp = { type: 'string', value: 'N', summary: 'the port to listen on', default: '4321' };

/** The port that was asked for. Throws {@link UsageError} when it is none. */
export function portOf(args: Arguments): number {
  const text = optionText(args, 'port') ?? '';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port needs a number from 0 to 65535, not “${text}”`);
  return port;
}
