import type { Diagnostic } from '../diagnostic.ts';
import { printable } from './printable.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** A diagnostic as a GitHub Actions workflow command, which marks the line in a pull request. */
export function printGithub({ code, severity, place, message, hint }: Diagnostic): string {
  const { path, start, end } = place;
  const lines = `file=${property(path)},line=${start.line},endLine=${end.line}`;
  // The runner takes no columns where the lines differ.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const words = hint === undefined ? message : `${message} (${hint})`;
  return `::${COMMANDS[severity]} ${lines}${columns},title=${property(code)}::${data(words)}`;
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
