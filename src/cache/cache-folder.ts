import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where the cache is unless a command says otherwise: DETECTIONARY_CACHE, else `detectionary` in XDG_CACHE_HOME or
 * in `.cache` of the home folder. Undefined where there is no home.
 */
export function defaultCacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { DETECTIONARY_CACHE: own, XDG_CACHE_HOME: shared } = environment;
  if (own !== undefined && own !== '') return path.resolve(own);
  // The specification says to take no notice of a relative path.
  if (shared !== undefined && path.isAbsolute(shared)) return path.join(shared, 'detectionary');
  const home = homeFolder();
  return home === undefined ? undefined : path.join(home, '.cache', 'detectionary');
}

/** Whether a folder, which need not exist, is another or lies inside it, links followed. */
export function isWithin(folder: string, outer: string): boolean {
  const relative = path.relative(realFolder(outer), realFolder(folder));
  return relative === '' || (!path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..');
}

function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return path.isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}

/** The real path of the part that exists, with the rest after it. */
function realFolder(folder: string): string {
  const absolute = path.resolve(folder);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(realFolder(parent), path.basename(absolute));
  }
}
