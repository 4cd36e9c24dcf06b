import type { VaultPath } from '../source/index.ts';

/** The address at which a note is edited: the pattern with the note's path for each `{path}`, its parts encoded. */
export function editAddress(pattern: string, path: VaultPath): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return pattern.replaceAll('{path}', () => encoded);
}
