import picomatch from 'picomatch';

/** Says of a path (relative, `/` between folders) whether it is left out. */
export type IsExcluded = (path: string) => boolean;

/**
 * Compiles the globs of the setting `exclude` (picomatch: `*`, `**`, `?`, `[…]`, `{a,b}`). A glob is matched, letter
 * case and all, against the whole path from the vault's root, so a name is one at the root unless the glob begins with
 * `**`. A glob that matches a folder leaves out everything below it: `Private` and `Private/**` say the same. Empty
 * globs match nothing.
 */
export function createExclusion(globs: readonly string[]): IsExcluded {
  const patterns = globs
    .map((glob) =>
      glob
        .trim()
        .normalize('NFC')
        .replace(/^(?:\.?\/)+|\/+$/g, ''),
    )
    .filter((glob) => glob !== '');
  if (patterns.length === 0) return () => false;
  const matches = picomatch(patterns, { dot: true, nonegate: true, noextglob: true });
  return (path) => matches(path.normalize('NFC'));
}
