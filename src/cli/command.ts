import type { Readable } from 'node:stream';

/** Where a command prints. */
export interface Printer {
  /** Results. */
  out(text: string): void;
  /** Progress and diagnostics. */
  err(text: string): void;
}

/** What a command needs of the world; tests pass their own. */
export interface Terminal extends Printer {
  readonly stdin: Readable;
  /** True when `err` is a screen that a person looks at. */
  readonly isScreen: boolean;
  /** Resolves when the person asks to stop (Ctrl+C). */
  untilStopped(): Promise<void>;
}

/** An option of a command, for parsing and for `--help`. */
export interface OptionHelp {
  readonly type: 'string' | 'boolean';
  /** The value's name in the help, such as `DIR`; not for switches. */
  readonly value?: string;
  readonly summary: string;
  readonly default?: string;
  /** The only values that are allowed. */
  readonly choices?: readonly string[];
}

/** Parsed arguments. Every option with a default is there. */
export interface Arguments {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** 0: done; 1: the work found errors; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A command: help as data, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Names of its words, such as `TEXT`; a `?` at the end means that it may be left out. */
  readonly words: readonly string[];
  /** Its words are free text, which may begin with a minus sign. */
  readonly takesText?: true;
  readonly options: Readonly<Record<string, OptionHelp>>;
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** The command line is not one that the command understands; printed with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The value of an option that has a default or is a string; undefined when it was not given. */
export function optionText({ options }: Arguments, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
