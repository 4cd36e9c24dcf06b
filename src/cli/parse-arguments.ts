import { parseArgs } from 'node:util';
import { nearest } from '../diagnostics/index.ts';
import { UsageError } from './command.ts';
import type { Arguments, Command, OptionHelp } from './command.ts';

/** Reads a command's arguments. Throws {@link UsageError} naming what is wrong and the nearest valid form. */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const words: string[] = [];
  const options: Record<string, string | boolean | undefined> = defaultsOf(command);
  for (const token of tokensOf(command, argv)) {
    if (token.kind === 'option') options[token.name] = valueOf(command, token.name, token.value);
    if (token.kind === 'positional') words.push(token.value);
  }
  checkWords(command, words);
  return { options, words };
}

/** An option with its value, a word, or the `--` after which all are words. */
type Token =
  | { readonly kind: 'option'; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/**
 * The tokens of a command line. No option is of one letter (`-h` is answered before), so what begins with a single minus
 * sign is a word of commands that take text, as in `query -tag:x`, unless it is a known option short of a minus sign.
 */
function tokensOf(command: Command, argv: readonly string[]): readonly Token[] {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const at = tokens.findIndex((token) => token.kind === 'option' && !token.rawName.startsWith('--'));
  const { index } = tokens[at] ?? {};
  const word = index === undefined ? undefined : argv[index];
  if (index === undefined || word === undefined) return tokens;
  if (command.takesText !== true || Object.hasOwn(command.options, nameIn(word)))
    throw new UsageError(unknownOption(command, word));
  // parseArgs took it for a bundle of options and one of its letters perhaps for `--`, so the rest is read anew.
  return [...tokens.slice(0, at), { kind: 'positional', value: word }, ...tokensOf(command, argv.slice(index + 1))];
}

function defaultsOf({ options }: Command): Record<string, string> {
  const defaults = Object.entries(options).flatMap(([name, option]) =>
    option.default === undefined ? [] : [[name, option.default] as const],
  );
  return Object.fromEntries(defaults);
}

function valueOf(command: Command, name: string, value: string | undefined): string | boolean {
  const help = command.options[name];
  if (help === undefined) throw new UsageError(unknownOption(command, `--${name}`));
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

function unknownOption(command: Command, written: string): string {
  const near = nearest(nameIn(written), Object.keys(command.options));
  const hint = near === undefined ? `see detectionary ${command.name} --help` : `did you mean --${near}?`;
  return `${command.name} has no option ${written}; ${hint}`;
}

/** The name in an option as it was written: `out` of `-out=DIR`. */
function nameIn(written: string): string {
  return written.replace(/^-+|=.*/gs, '');
}

function checkWords({ name, words }: Command, given: readonly string[]): void {
  const needed = words.filter((word) => !word.endsWith('?'));
  if (given.length < needed.length) throw new UsageError(`${name} needs ${needed.join(' ')}`);
  const extra = given[words.length];
  if (extra !== undefined) throw new UsageError(`${name} does not know what to do with “${extra}”`);
}
