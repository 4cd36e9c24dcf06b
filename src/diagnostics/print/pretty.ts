import type { Diagnostic } from '../diagnostic.ts';
import { printable } from './printable.ts';

/** Gives a line of a note (from 1) without its end; undefined when it is not at hand. */
export type ReadLine = (path: string, line: number) => string | undefined;

/** Longer lines are cut around the caret: a pasted payload must not fill the screen. */
const WIDEST = 100;
/** What stands further to the right is not quoted: to count to it costs more with every diagnostic of such a line. */
const LAST_COLUMN = 10_000;

/** A diagnostic for people: place, message, the line with a caret, and what was expected. */
export function printPretty({ code, severity, place, message, hint }: Diagnostic, readLine: ReadLine): string {
  const { path, start, end } = place;
  const head = `${printablePath(path)}:${start.line}:${start.column}: ${severity}: ${printable(message)} [${code}]`;
  const text = readLine(path, start.line);
  const length = end.line === start.line ? end.column - start.column : 1;
  const isQuoted = text !== undefined && start.column <= LAST_COLUMN && /\S/.test(text);
  const source = isQuoted ? excerpt(text, start.column, length) : [];
  const help = hint === undefined ? [] : [`  ${printable(hint)}`];
  return [head, ...source, ...help].join('\n');
}

/** A path that begins its line: `::` there would be a command to a pipeline's log. */
function printablePath(path: string): string {
  const shown = printable(path);
  return shown.trimStart().startsWith('::') ? `./${shown}` : shown;
}

function excerpt(text: string, column: number, length: number): readonly string[] {
  const near = text.slice(0, 2 * (column + WIDEST)); // a character is two units at most
  const characters = [...printable(near.replaceAll('\t', ' '))];
  const from = Math.max(0, Math.min(column - 1 - WIDEST / 2, characters.length - WIDEST));
  const line = characters.slice(from, from + WIDEST).join('');
  const indent = ' '.repeat(column - 1 - from);
  const carets = '^'.repeat(Math.max(1, Math.min(length, WIDEST - indent.length, characters.length - column + 1)));
  return [`  | ${line}`, `  | ${indent}${carets}`];
}
