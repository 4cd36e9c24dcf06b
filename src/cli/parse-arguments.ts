import { parseArgs } from 'node:util';
import { nearest } from '../diagnostics/index.ts';
import { UsageError } from './command.ts';
import type { Arguments, Command, OptionHelp } from './command.ts';

/** Reads a command's arguments. Throws {@link UsageError} naming what is wrong and the nearest valid form. */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const { positionals, tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options: Record<string, string | boolean | undefined> = defaultsOf(command);
  for (const token of tokens) {
    if (token.kind === 'option') options[token.name] = valueOf(command, token.name, token.value);
  }
  checkWords(command, positionals);
  return { options, words: positionals };
}

function defaultsOf({ options }: Command): Record<string, string> {
  const defaults = Object.entries(options).flatMap(([name, option]) =>
    option.default === undefined ? [] : [[name, option.default] as const],
  );
  return Object.fromEntries(defaults);
}

function valueOf(command: Command, name: string, value: string | undefined): string | boolean {
  const help = command.options[name];
  if (help === undefined) throw new UsageError(unknownOption(command, name));
  if (help.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`--${name} takes no value`);
    return true;
  }
  if (value === undefined || value === '') throw new UsageError(`--${name} needs a value: ${valueName(help)}`);
  if (help.choices?.includes(value) === false) {
    throw new UsageError(`--${name} is one of ${help.choices.join(', ')}, not “${value}”`);
  }
  return value;
}

function valueName({ value = 'VALUE', choices }: OptionHelp): string {
  return choices?.join(', ') ?? value;
}

function unknownOption(command: Command, name: string): string {
  const near = nearest(name, Object.keys(command.options));
  const hint = near === undefined ? `see detectionary ${command.name} --help` : `did you mean --${near}?`;
  return `${command.name} has no option --${name}; ${hint}`;
}

function checkWords({ name, words }: Command, given: readonly string[]): void {
  const needed = words.filter((word) => !word.endsWith('?'));
  if (given.length < needed.length) throw new UsageError(`${name} needs ${needed.join(' ')}`);
  const extra = given[words.length];
  if (extra !== undefined) throw new UsageError(`${name} does not know what to do with “${extra}”`);
}
