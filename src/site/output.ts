import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { entriesBelow } from './file-stamps.ts';
import { nameAside, putBack, sweepAside } from './output-aside.ts';
import { placeOfOutput, RefusedOutputError } from './output-place.ts';
import { swapFolders } from './swap-folders.ts';

/** The file by which a folder is known to be a site of ours. */
export const MARKER = '.detectionary.json';
/** So often another build may put its site in place while this one does. */
const MOST_TRIES = 20;

/** A site being built aside. */
export interface Output {
  /** Absolute path of the folder that it will take the place of. */
  readonly target: string;
  /** Absolute path of the folder to build into. */
  readonly staging: string;
  /** Absolute path of a folder for what goes into that one, on the same disk. */
  readonly aside: string;
  /**
   * Puts the built site in the place of the last one. `files` are some that it must hold, by their paths in it; throws
   * when one is missing or empty, or when the folders cannot be renamed, and then the last site stays. `keep` may move the
   * folder of the last site elsewhere; it is removed where that says false.
   */
  publish(facts: OutputFacts, files: readonly string[], keep?: (replaced: string) => boolean): void | Promise<void>;
  /** Removes what was built; the last site stays. */
  abandon(): void;
}

/** A site that becomes a folder. */
export interface FolderOutput extends Output {
  publish(...site: Parameters<Output['publish']>): void;
}

/** What a built site tells of itself. */
export interface OutputFacts {
  /** `/` or `/sub/`. */
  readonly base: string;
}

/**
 * Opens a folder for a new site. The site is built in a folder beside it, and the two are swapped at the end, so that readers see
 * the old or the new one, whole; of builds at the same time the last to end wins. What builds that were killed have left is
 * cleaned up. Where the system cannot swap folders the old site is moved away first; a build that finds it so puts it back.
 * Throws {@link RefusedOutputError} when the folder holds anything but a site of ours, is no folder, cannot be
 * written, or would touch the vault.
 */
export function openOutput(out: string, vault: string): FolderOutput {
  const target = placeOfOutput(out, vault);
  putBack(target, (folder) => readMarker(folder) !== undefined);
  refuseForeign(out, target);
  sweepAside(target);
  const staging = nameAside(target, 'building');
  const aside = nameAside(target, 'building');
  return {
    target,
    staging,
    aside,
    publish: (facts, files, keep = () => false) => {
      sealSite(staging, facts, files);
      keepPermissions(staging, target);
      const [last, ...others] = takePlace(staging, target);
      if (last !== undefined && !keep(last)) discard(last);
      for (const other of others) discard(other);
    },
    abandon: () => {
      for (const folder of [staging, aside]) abandonFolder(folder);
    },
  };
}

/**
 * Marks the site in a folder as one of ours. `files` are some that it must hold; throws when one is missing or empty.
 */
export function sealSite(folder: string, facts: OutputFacts, files: readonly string[]): void {
  for (const file of files) assertWritten(path.join(folder, file), file);
  const marker = { version: 1, ...facts, files: filesIn(folder).filter((name) => name !== MARKER) };
  writeFileSync(path.join(folder, MARKER), `${JSON.stringify(marker)}\n`);
}

/** Removes a folder in which a site was being built. */
export function abandonFolder(folder: string): void {
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  remove();
  // Astro may still be writing other pages when one has failed.
  process.once('exit', remove);
}

/** What a built site tells of itself; undefined when the folder is no site of ours. */
export function readOutputFacts(folder: string): OutputFacts | undefined {
  return readMarker(folder);
}

interface Marker extends OutputFacts {
  /** Paths of everything that the build wrote; none where the file does not say. */
  readonly files: ReadonlySet<string>;
}

function readMarker(folder: string): Marker | undefined {
  try {
    const facts: unknown = JSON.parse(readFileSync(path.join(folder, MARKER), 'utf8'));
    if (typeof facts !== 'object' || facts === null || !('base' in facts) || typeof facts.base !== 'string')
      return undefined;
    const files = 'files' in facts && Array.isArray(facts.files) ? facts.files : [];
    return { base: facts.base, files: new Set(files.map(String)) };
  } catch {
    return undefined;
  }
}

function refuseForeign(out: string, target: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  const marker = readMarker(target);
  if (marker === undefined) {
    throw new RefusedOutputError(
      `${out} holds files that are not a site built by detectionary; choose another folder or empty it`,
    );
  }
  const { files } = marker;
  const foreign = filesIn(target).find((name) => name !== MARKER && !files.has(name));
  if (foreign === undefined) return;
  throw new RefusedOutputError(
    `${out} holds ${foreign}, which detectionary did not write and would lose; move it away or choose another folder`,
  );
}

/** Paths of all files below a folder, `/` between folders, sorted. */
export function filesIn(folder: string): readonly string[] {
  return [...entriesBelow(folder)].map((entry) => entry.path).sort();
}

function assertWritten(file: string, name: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) throw new Error(`the built site lacks ${name}, so the last one stays`);
}

/** Gives the new site the permissions of the folder whose place it takes: who might not look into that shall not into this. */
function keepPermissions(staging: string, target: string): void {
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined) chmodSync(staging, mode & 0o7777);
}

/** Puts the new site in place; gives the folders in which those before it now stand. */
function takePlace(staging: string, target: string): readonly string[] {
  if (swapFolders(staging, target)) return [staging];
  const moved: string[] = [];
  for (let tries = 0; ; tries += 1) {
    try {
      renameSync(staging, target); // succeeds where nothing is, or an empty folder
      return moved;
    } catch (error) {
      if (!isOccupied(error) || tries === MOST_TRIES) {
        const last = moved.at(-1);
        if (last !== undefined && !existsSync(target)) renameSync(last, target);
        throw error;
      }
    }
    const previous = nameAside(target, 'previous');
    try {
      renameSync(target, previous);
      moved.push(previous);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      // another build has moved it just now
    }
  }
}

function isOccupied(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  // Windows says EPERM.
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM';
}

/** Removes a site that is no longer in place. Without its marker first, so that half of it is never put back. */
function discard(previous: string): void {
  try {
    unlinkSync(path.join(previous, MARKER));
    rmSync(previous, { recursive: true, force: true });
  } catch {
    // The next build tries again; the new site is in place.
  }
}
