import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of a vault in the git repository that holds it, as GitHub and code scanners count paths: `notes/` or `` where the
 * vault is the repository's root or in none. Only looks whether `.git` stands there; reads nothing.
 */
export function folderInRepository(vault: string): string {
  const folder = realpathSync(vault);
  for (let root = folder; ; root = path.dirname(root)) {
    if (existsSync(path.join(root, '.git'))) {
      const below = path.relative(root, folder).split(path.sep).join('/');
      return below === '' ? '' : `${below}/`;
    }
    if (root === path.dirname(root)) return '';
  }
}
