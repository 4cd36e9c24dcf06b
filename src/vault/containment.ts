import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Where a link on disk leads: to a path inside the folder, out of it, or nowhere. */
export type LinkEnd =
  | { readonly kind: 'inside'; readonly real: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Follows a path through all its links. `realRoot` is a folder without links in its own path. */
export function followLink(realRoot: string, absolute: string): LinkEnd {
  try {
    const real = realpathSync(absolute);
    return isInside(realRoot, real) ? { kind: 'inside', real } : { kind: 'outside' };
  } catch (error) {
    return { kind: 'broken', error };
  }
}

/** Whether an absolute path is the folder itself or lies below it. Both without links. */
export function isInside(folder: string, absolute: string): boolean {
  const relative = path.relative(folder, absolute);
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}
