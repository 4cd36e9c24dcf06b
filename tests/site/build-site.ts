import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the tests of a file, removed after them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hosting-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Builds a vault, the bundled one unless another is named, with the command and these arguments. */
export function build(...args: readonly string[]): void {
  const vault = args.includes('--vault') ? [] : ['--vault', 'content'];
  execFileSync(process.execPath, ['bin/detectionary.js', 'build', ...vault, ...args], { stdio: 'pipe' });
}
