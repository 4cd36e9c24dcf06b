import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Files, HostileCase } from './hostile-case.ts';

/** Writes files into a folder, which is made. */
export function writeTree(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Makes a vault of cases, each in its folder below `cases/`, and beside them the files given. */
export function makeVault(
  root: string,
  cases: readonly HostileCase[],
  { outside, files }: { readonly outside: string; readonly files: Files },
): void {
  writeTree(root, files);
  for (const { name, files: own, make } of cases) {
    const folder = path.join(root, 'cases', name);
    writeTree(folder, own);
    make?.(folder, outside);
  }
}
