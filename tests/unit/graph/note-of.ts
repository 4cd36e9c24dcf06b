import { parseNote } from '../../../src/parse/index.ts';
import type { ParsedNote } from '../../../src/parse/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

/** A note of a vault, read from its text. */
export function noteOf(path: string, text: string): ParsedNote {
  return parseNote({ path: vaultPath(path), text, encoding: 'utf-8' });
}

/** Collects diagnostics as `line:column code`. */
export function collector() {
  const found: string[] = [];
  const report = ({ code, place: { start } }: { code: string; place: { start: { line: number; column: number } } }) => {
    found.push(`${start.line}:${start.column} ${code}`);
  };
  return { found, report };
}
