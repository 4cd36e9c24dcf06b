import type { Command, OptionHelp } from './command.ts';

/** The help of the program: every command in a line. */
export function programHelp(commands: readonly Command[]): string {
  const rows = commands.map((command): Row => [usageOf(command), command.summary]);
  return [
    'detectionary publishes a vault of detection notes as a static site.',
    '',
    'Usage: detectionary COMMAND [OPTIONS]',
    '',
    ...columns(rows),
    '',
    'Every command takes --vault DIR (default: content) and --help.',
    'Exit codes: 0 done; 1 the work found errors; 2 wrong usage or a malformed query.',
    '',
  ].join('\n');
}

/** The help of one command: its options in a line each. */
export function commandHelp(command: Command): string {
  const rows = Object.entries(command.options).map(([name, option]): Row => [
    optionUsage(name, option),
    describe(option),
  ]);
  return [`Usage: detectionary ${usageOf(command)} [OPTIONS]`, '', command.summary, '', ...columns(rows), ''].join(
    '\n',
  );
}

type Row = readonly [string, string];

function usageOf({ name, words }: Command): string {
  return [name, ...words.map((word) => (word.endsWith('?') ? `[${word.slice(0, -1)}]` : word))].join(' ');
}

function optionUsage(name: string, { value, choices }: OptionHelp): string {
  const shown = choices?.join('|') ?? value;
  return shown === undefined ? `--${name}` : `--${name} ${shown}`;
}

function describe({ summary, default: fallback }: OptionHelp): string {
  return fallback === undefined ? summary : `${summary} (default: ${fallback})`;
}

function columns(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
