import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Programs of Debian's, unpacked and not installed. */
export interface UnpackedPrograms {
  /** The absolute path of a program. */
  readonly program: (name: string) => string;
  /** What a process needs to find their libraries. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Fetches Debian packages (`name` or `name=version`) and unpacks them into a folder, which need not be there. What
 * they hang on must be named too. Throws where there is no apt-get, or a package is not to be had.
 */
export function unpackPackages(packages: readonly string[], folder: string): UnpackedPrograms {
  mkdirSync(folder, { recursive: true });
  const apt = (...args: readonly string[]): void => {
    execFileSync('apt-get', ['-qq', ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  try {
    apt('download', ...packages);
  } catch {
    apt('update'); // a new machine has no list of packages yet
    apt('download', ...packages);
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    execFileSync('dpkg-deb', ['-x', file, '.'], { cwd: folder });
  }
  const libraries = readdirSync(join(folder, 'usr/lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, 'usr/lib', name));
  return {
    program: (name) => join(folder, 'usr/bin', name),
    env: { LD_LIBRARY_PATH: libraries.join(':') },
  };
}
