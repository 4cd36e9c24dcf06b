import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A vault that a benchmark runs on. */
export interface BenchVault {
  readonly folder: string;
  /** Where it comes from, in words. */
  readonly origin: string;
  /** Removes what was unpacked for the benchmark. */
  readonly dispose: () => void;
}

const root = resolve(import.meta.dirname, '../..');
/** The real vault, where it lies beside the checkout. */
const ARCHIVE = resolve(root, '../shared/data/use-case-catalogue.tar.gz');

/** The vault in a folder; without one the real vault's archive beside the checkout, or else the bundled vault. */
export function openVault(folder: string | undefined): BenchVault {
  if (folder !== undefined) return { folder: resolve(folder), origin: resolve(folder), dispose: () => undefined };
  if (!existsSync(ARCHIVE)) {
    const bundled = join(root, 'content');
    return { folder: bundled, origin: `${bundled} (bundled; no archive at ${ARCHIVE})`, dispose: () => undefined };
  }
  const top = mkdtempSync(join(tmpdir(), 'detectionary-bench-'));
  execFileSync('tar', ['-xzf', ARCHIVE, '-C', top]);
  const [inner] = readdirSync(top);
  if (inner === undefined) throw new Error(`${ARCHIVE} is empty`);
  return { folder: join(top, inner), origin: ARCHIVE, dispose: () => rmSync(top, { recursive: true }) };
}
