import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, isUntouched, stampFiles } from './file-stamps.ts';
import type { FileStamp } from './file-stamps.ts';
import { moveInto } from './move-into.ts';

/**
 * The files of a site that is being built. A digest stands for all that the bytes of a file hang on; where the last
 * site has a file of the same name and digest, and nobody has touched it, that very file is used again.
 */
export interface SiteFiles {
  /** Whether there is a last site to take files from. */
  readonly hasLast: boolean;
  /** Takes a file from the last site. False where it must be written. */
  take(name: string, digest: string): boolean;
  /** Takes all files from the last site that hang on the same, as {@link take} does. False where there is none or not all are had. */
  takeGroup(digest: string): boolean;
  /** Takes a file of these bytes from the last site, or else writes it. */
  put(name: string, bytes: string | Uint8Array): void;
  /** The absolute path of a file that the caller writes; its folder is there, the file is not. */
  place(name: string, digest: string): string;
  /** Forgets a file that its caller could not write. */
  drop(name: string): void;
  /** Says what a file hangs on that somebody else writes. */
  claim(name: string, digest: string): void;
  /** Puts every file that somebody else has written and nobody has claimed. */
  adopt(): void;
  /** The digests of all files so far, by their paths. */
  readonly digests: ReadonlyMap<string, string>;
  /** Ends the site, so that its folder holds all files, and gives their stamps. Throws what the system throws. */
  complete(): readonly FileStamp[];
}

/** A site of an earlier build, to take files from. */
export interface LastFiles {
  readonly folder: string;
  readonly digests: ReadonlyMap<string, string>;
  readonly stamps: readonly FileStamp[];
}

/** Where the files of a site may be taken from. */
export interface TakenFrom {
  /** The site that stands. */
  readonly last?: LastFiles | undefined;
  /** A site before it that nobody needs: it becomes the new one, where it may keep what it has. */
  readonly spare?: LastFiles | undefined;
}

/** Opens a folder, which need not be there, for a site's files. Throws what the system throws. */
export function openSiteFiles(folder: string, { last, spare }: TakenFrom = {}): SiteFiles {
  const digests = new Map<string, string>();
  const kept = new Map<string, FileStamp>();
  const makeRoom = createFolders(folder);
  const inLast = last && createFinder(last);
  const takeLast = last && inLast && createTaker(last.folder, inLast, makeRoom);
  const inSpare = spare && createSpareFinder(spare, inLast);
  const forget = (name: string): void => {
    digests.delete(name);
    kept.delete(name);
  };
  const take = (name: string, digest: string): boolean => {
    forget(name);
    const stamp = inSpare?.(name, digest);
    if (stamp === undefined && takeLast?.(name, digest) !== true) return false;
    if (stamp !== undefined) kept.set(name, stamp);
    digests.set(name, digest);
    return true;
  };
  const claim = (name: string, digest: string): void => {
    forget(name);
    digests.set(name, digest);
  };
  const place = (name: string, digest: string): string => {
    claim(name, digest);
    return makeRoom(name);
  };
  let grouped: ReadonlyMap<string, readonly string[]> | undefined;
  const groups = (): ReadonlyMap<string, readonly string[]> =>
    (grouped ??= Map.groupBy(last?.digests.keys() ?? [], (name) => last?.digests.get(name) ?? ''));
  const put = (name: string, content: string | Uint8Array): void => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content; // encoded once
    const digest = digestOf(bytes);
    if (!take(name, digest)) writeFileSync(place(name, digest), bytes);
  };
  return {
    hasLast: last !== undefined,
    digests,
    take,
    place,
    put,
    claim,
    takeGroup: (digest) => {
      const names = groups().get(digest) ?? [];
      return names.length > 0 && names.every((name) => take(name, digest));
    },
    drop: forget,
    adopt: () => {
      for (const name of filesBelow(folder)) if (!digests.has(name)) put(name, readFileSync(path.join(folder, name)));
    },
    complete: () => {
      if (spare !== undefined) moveInto({ from: folder, to: spare.folder, kept });
      const others = [...digests.keys()].filter((name) => !kept.has(name));
      return [...kept.values(), ...stampFiles(folder, others)];
    },
  };
}

/** A digest of some texts or bytes, one after another. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}

/** Makes the folders of files, each once, and gives the files' absolute paths. */
function createFolders(folder: string): (name: string) => string {
  const made = new Set<string>();
  return (name) => {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    return file;
  };
}

function createTaker(folder: string, find: Finder, makeRoom: (name: string) => string): SiteFiles['take'] {
  return (name, digest) => {
    const stamp = find(name, digest);
    if (stamp === undefined) return false;
    const to = makeRoom(name);
    if (!linkOrCopy(path.join(folder, name), to)) return false;
    // Looked at afterwards: another build may have put its site in place meanwhile.
    if (isUntouched(folder, stamp)) return true;
    rmSync(to, { force: true });
    return false;
  };
}

/**
 * Finds what may be kept of the spare: files that nobody has touched, and of which the last site has no newer one. An older one
 * would look unchanged to whoever compares dates.
 */
function createSpareFinder(spare: LastFiles, inLast: Finder | undefined): Finder {
  const find = createFinder(spare);
  return (name, digest) => {
    const stamp = find(name, digest);
    const isCurrent = stamp !== undefined && inLast?.(name, digest)?.time === stamp.time;
    return isCurrent && isUntouched(spare.folder, stamp) ? stamp : undefined;
  };
}

/** Finds the stamp of a file that hangs on a digest. */
type Finder = (name: string, digest: string) => FileStamp | undefined;

function createFinder({ digests, stamps }: LastFiles): Finder {
  const byPath = new Map(stamps.map((stamp) => [stamp.path, stamp]));
  return (name, digest) => (digests.get(name) === digest ? byPath.get(name) : undefined);
}

/**
 * A second name for a file, which costs nothing; a copy where the file system has no such thing. It takes the place of what is
 * there. False when it is gone.
 */
function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      rmSync(to);
      return linkOrCopy(from, to);
    }
    try {
      copyFileSync(from, to);
      return true;
    } catch {
      return false;
    }
  }
}
