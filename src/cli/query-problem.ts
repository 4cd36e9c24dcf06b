import { printable } from '../diagnostics/index.ts';
import type { QueryProblem } from '../query/index.ts';

/** A mistake in a search, with its line and a mark under the place; ends in a line end. */
export function printProblem(text: string, { code, severity, position, message, hint }: QueryProblem): string {
  const line = text.split('\n')[position.line - 1] ?? '';
  const help = hint === undefined ? '' : `  ${printable(hint)}\n`;
  return `query:${position.line}:${position.column}: ${severity}: ${printable(message)} [${code}]\n  | ${printable(line)}\n  | ${' '.repeat(position.column - 1)}^\n${help}`;
}
