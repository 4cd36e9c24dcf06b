import { diagnosticJson, printGithub, printPretty, printableJson, sarifLog } from '../diagnostics/index.ts';
import type { Diagnostic, ReadLine, Severity } from '../diagnostics/index.ts';
import { vaultPath } from '../source/index.ts';
import type { Vault } from '../vault/index.ts';
import { codePage } from './code-page.ts';
import type { ExitCode } from './command.ts';

/** The forms in which diagnostics are printed. */
export const reportFormats = ['pretty', 'json', 'github', 'sarif'] as const;
/** One of {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number];

/** What the forms need beside the diagnostics. */
export interface ReportSources {
  readonly readLine: ReadLine;
  /** The vault's folder in its repository: `notes/`, or nothing. */
  readonly inRepository?: string;
}

/**
 * Prints diagnostics in a form, ending in a line end unless there is nothing to say. Paths are those in the vault, but for the forms
 * that mark lines of a repository's files.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: ReportFormat,
  { readLine, inRepository = '' }: ReportSources,
): string {
  const lines = (print: (diagnostic: Diagnostic) => string, printed = diagnostics): string =>
    printed.map((diagnostic) => `${print(diagnostic)}\n`).join('');
  switch (format) {
    case 'pretty':
      return lines((diagnostic) => printPretty(diagnostic, readLine));
    case 'json':
      return lines((diagnostic) => printableJson(diagnosticJson(diagnostic)));
    case 'github':
      return lines(printGithub, placedBelow(inRepository, diagnostics));
    case 'sarif':
      return `${printableJson(sarifLog(placedBelow(inRepository, diagnostics), codePage), 2)}\n`;
  }
}

function placedBelow(folder: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (folder === '') return diagnostics;
  return diagnostics.map((diagnostic) => {
    const { place } = diagnostic;
    return { ...diagnostic, place: { ...place, path: vaultPath(`${folder}${place.path}`) } };
  });
}

/** 1 when there is an error, or a warning under `strict`. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strict: boolean): ExitCode {
  return diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning')) ? 1 : 0;
}

/** Reads lines of a vault's notes and of its configuration. */
export function lineReader({ notes, configFile }: Vault): ReadLine {
  const files = [...notes, ...(configFile === undefined ? [] : [configFile])];
  const texts = new Map<string, string>(files.map(({ path, text }) => [path, text]));
  const split = new Map<string, readonly string[]>();
  return (path, line) => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const lines = split.get(path) ?? text.split('\n');
    split.set(path, lines);
    return lines[line - 1];
  };
}

/** `1 error, 12 warnings`, and `2 infos` where there are any. */
export function countWords(diagnostics: readonly Diagnostic[]): string {
  const count = (wanted: Severity): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  const infos = count('info');
  const words = [plural(count('error'), 'error'), plural(count('warning'), 'warning')];
  return [...words, ...(infos === 0 ? [] : [plural(infos, 'info')])].join(', ');
}

/** `1 note`, `3,731 notes` */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
