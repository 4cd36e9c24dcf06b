import type { Diagnostic } from '../diagnostic.ts';

/** A diagnostic as a GitHub Actions workflow command, which marks the line in a pull request. */
export function printGithub({ code, severity, place, message, hint }: Diagnostic): string {
  const { path, start, end } = place;
  const range = `file=${property(path)},line=${start.line},endLine=${end.line},col=${start.column},endColumn=${end.column}`;
  const words = hint === undefined ? message : `${message} (${hint})`;
  return `::${severity} ${range},title=${property(code)}::${data(words)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
