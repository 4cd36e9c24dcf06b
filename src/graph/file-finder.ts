import { foldName } from '../source/index.ts';
import type { VaultPath } from '../source/index.ts';

/** Finds the file that a link inside the vault names; undefined when there is none. */
export type FileFinder = (from: VaultPath, target: string, isMarkdown: boolean) => VaultPath | undefined;

/**
 * Makes the finder of a vault's notes and attachments. A target means: the exact path (for Markdown links first from the
 * linking note's folder); else every file whose path ends with it, regardless of case; among several the one in the
 * linking note's folder, then the shortest path. Source: A11.7 of the search semantics; Obsidian's own "shortest path
 * when possible". What no file's name is, letter case aside, means those that {@link foldName} makes alike.
 */
export function createFileFinder(paths: readonly VaultPath[]): FileFinder {
  const asWritten = indexFiles(paths, (name) => name.toLowerCase());
  let folded: FileIndex | undefined;
  return (from, target, isMarkdown) => {
    const query = { from, target, isMarkdown };
    return findFile(asWritten, query) ?? findFile((folded ??= indexFiles(paths, foldName)), query);
  };
}

interface FileIndex {
  /** The form in which paths and their parts are compared. */
  readonly keyOf: (path: string) => string;
  readonly exact: ReadonlySet<string>;
  /** By the path's key. */
  readonly byPath: ReadonlyMap<string, VaultPath>;
  /** By the last part of the key; notes also without `.md`. */
  readonly byName: ReadonlyMap<string, readonly VaultPath[]>;
  /** What targets mean that were asked for: thousands of notes may share a name and link to it. */
  readonly byEnding: Map<string, Ending>;
}

/** The files whose paths end with a target. */
interface Ending {
  readonly byFolder: ReadonlyMap<string, VaultPath>;
  readonly shortest: VaultPath | undefined;
}

function indexFiles(paths: readonly VaultPath[], keyOf: FileIndex['keyOf']): FileIndex {
  const byName = new Map<string, VaultPath[]>();
  const byPath = new Map<string, VaultPath>();
  const exact = new Set<string>();
  for (const path of paths) {
    exact.add(path);
    const key = keyOf(path);
    if (!byPath.has(key)) byPath.set(key, path);
    const name = baseName(key);
    append(byName, name, path);
    if (name.endsWith('.md')) append(byName, name.slice(0, -3), path);
  }
  return { keyOf, exact, byPath, byName, byEnding: new Map() };
}

interface FileQuery {
  readonly from: VaultPath;
  readonly target: string;
  readonly isMarkdown: boolean;
}

function findFile(files: FileIndex, { from, target, isMarkdown }: FileQuery): VaultPath | undefined {
  const folder = folderOf(from);
  const fromFolder = joinPath(folder, target);
  const fromRoot = joinPath('', target);
  const relative = target.startsWith('./') || target.startsWith('../');
  const order = isMarkdown || relative ? [fromFolder, fromRoot] : [fromRoot];
  for (const path of order) {
    const found = path === undefined ? undefined : atPath(files, path);
    if (found !== undefined) return found;
  }
  return fromRoot === undefined ? undefined : bySuffix(files, fromRoot, folder);
}

function atPath({ keyOf, exact, byPath }: FileIndex, path: string): VaultPath | undefined {
  for (const candidate of [path, `${path}.md`]) if (exact.has(candidate)) return candidate as VaultPath; // it is one of the vault's
  return byPath.get(keyOf(path)) ?? byPath.get(`${keyOf(path)}.md`);
}

function bySuffix(files: FileIndex, path: string, folder: string): VaultPath | undefined {
  const key = files.keyOf(path);
  let ending = files.byEnding.get(key);
  if (ending === undefined) files.byEnding.set(key, (ending = endingOf(files, key)));
  return ending.byFolder.get(folder) ?? ending.shortest;
}

function endingOf(files: FileIndex, key: string): Ending {
  const candidates = (files.byName.get(baseName(key)) ?? []).filter((candidate) =>
    endsWithPath(files.keyOf(candidate), key),
  );
  return {
    // the first of a folder counts
    byFolder: new Map(candidates.toReversed().map((candidate) => [folderOf(candidate), candidate])),
    shortest: candidates.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0],
  };
}

function endsWithPath(path: string, key: string): boolean {
  const whole = `/${path}`;
  return whole.endsWith(`/${key}`) || whole.endsWith(`/${key}.md`);
}

/** Joins and normalises; undefined when the target climbs out of the vault. */
function joinPath(folder: string, target: string): string | undefined {
  const parts = target.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
