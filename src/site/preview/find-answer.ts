import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a host finds at an address. */
export type Found =
  | { readonly kind: 'file'; readonly file: string }
  /** The same page under the address with the slash that it lacks. */
  | { readonly kind: 'moved'; readonly location: string }
  /** The address is not one that can be read. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'missing' };

/** A folder and the path under which a host serves it. */
export interface ServedFolder {
  /** Absolute. */
  readonly folder: string;
  /** `/` or `/sub/`. */
  readonly base: string;
}

/**
 * What a static host finds for the target of a request, `/sub/rules/?q=x`: a file, or a folder's `index.html`, or the address with
 * the slash that a folder lacks. Nothing outside the folder is found, nor any file whose name begins with a full stop.
 */
export function findAnswer({ folder, base }: ServedFolder, target: string): Found {
  const [, pathname = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  if (`${pathname}/` === base) return { kind: 'moved', location: base + query };
  if (!pathname.startsWith(base)) return { kind: 'missing' };
  const names = decodeNames(pathname.slice(base.length));
  if (names === undefined) return { kind: 'malformed' };
  const isFolder = names.at(-1) === '';
  const inside = isFolder ? names.slice(0, -1) : names;
  if (inside.some(isUnserved)) return { kind: 'missing' };
  const place = path.join(folder, ...inside);
  const stat = statOf(folder, place);
  if (stat?.isDirectory() === true) {
    if (!isFolder) return { kind: 'moved', location: `${pathname}/${query}` };
    const file = path.join(place, 'index.html');
    return statOf(folder, file)?.isFile() === true ? { kind: 'file', file } : { kind: 'missing' };
  }
  return stat?.isFile() === true && !isFolder ? { kind: 'file', file: place } : { kind: 'missing' };
}

function decodeNames(pathname: string): readonly string[] | undefined {
  try {
    return pathname.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Whether a name leads elsewhere than to a file of that name, or to one that hosts keep to themselves. */
function isUnserved(name: string): boolean {
  return name === '' || /^\.(?!well-known$)|[/\\\0]/.test(name);
}

/** What stands at a place, links followed; undefined when it is nothing, or outside of the folder. */
function statOf(folder: string, place: string): ReturnType<typeof statSync> | undefined {
  try {
    const real = realpathSync(place);
    const root = realpathSync(folder);
    return real === root || real.startsWith(root + path.sep) ? statSync(real) : undefined;
  } catch {
    return undefined;
  }
}
