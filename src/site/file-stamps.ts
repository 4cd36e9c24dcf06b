import { lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A file as it was when it was looked at. */
export interface FileStamp {
  /** Relative to the folder looked at, `/` between folders. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds. */
  readonly time: number;
}

/** The stamps of files, by their paths below a folder. Throws when one is not there. */
export function stampFiles(folder: string, names: Iterable<string>): readonly FileStamp[] {
  return Array.from(names, (name) => {
    const { size, mtimeMs } = statSync(path.join(folder, name));
    return { path: name, size, time: mtimeMs };
  });
}

/** The paths of the files below a folder, `/` between folders. */
export function filesBelow(folder: string): readonly string[] {
  return [...entriesBelow(folder)].filter(({ isFile }) => isFile).map((entry) => entry.path);
}

/** An entry below a folder that is no folder: a file, or something else such as a link. */
export interface Entry {
  /** Relative to the folder looked at, `/` between folders. */
  readonly path: string;
  readonly isFile: boolean;
}

/** Every entry below a folder that is no folder. Node's own recursion asks the system twice for each. */
export function* entriesBelow(folder: string, prefix = ''): Generator<Entry> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) yield* entriesBelow(path.join(folder, entry.name), `${name}/`);
    else yield { path: name, isFile: entry.isFile() };
  }
}

/** Whether the files of a folder are as their stamps say. It may hold others. */
export function areUntouched(folder: string, stamps: readonly FileStamp[]): boolean {
  return stamps.every((stamp) => isUntouched(folder, stamp));
}

/** Whether a file is as its stamp says. */
export function isUntouched(folder: string, { path: name, size, time }: FileStamp): boolean {
  const stat = lstatSync(path.join(folder, name), { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === size && stat.mtimeMs === time;
}
