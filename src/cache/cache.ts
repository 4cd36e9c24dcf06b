import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolders } from './make-folders.ts';
import { programDigest } from './program-digest.ts';
import { emptyShelf, openShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';

/** What was worked out of one vault by this very program in earlier runs. Losing it costs time, never a result. */
export interface Cache {
  /** Opens one of the cache's shelves. Close it when the run is over. */
  shelf(name: string): Shelf;
  /** The path of a folder in the cache, which need not be there, nor what it is in; undefined when nothing is kept. */
  folder(name: string): string | undefined;
}

/** A cache that keeps nothing. */
export const noCache: Cache = { shelf: () => emptyShelf, folder: () => undefined };

/** Where a cache is, and of what. */
export interface CacheOptions {
  /** The folder that all programs and vaults share. It is made when there is something to keep. */
  readonly folder: string;
  /** The folder of the program, this one unless it is said; see {@link programDigest}. */
  readonly program?: string;
  /** The vault's folder. */
  readonly vault: string;
}

const ownFolder = path.resolve(import.meta.dirname, '..', '..');
/** What is kept, the newest of each sort: programs, vaults of a program, output folders of a vault, replaced sites of a vault. */
const MOST_PROGRAMS = 3;
const MOST_VAULTS = 24;
const MOST_SITES = 8;
const MOST_SPARES = 1;
/** The folder may hold other things than ours, that are called alike. */
const PROGRAM_NAME = /^program-[0-9a-f]{20}$/;
const VAULT_NAME = /^vault-/;
/** A site that was replaced. */
const SPARE_NAME = /^site-.*\.spare$/;
/** No process writes a file for so long, in milliseconds. */
const LEFTOVER_AGE = 3_600_000;
/** Tells programs that make backups to leave a folder out. Source: https://bford.info/cachedir/ */
const CACHE_TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n';

/**
 * Opens the cache of a vault. Nothing is written until a shelf has something to keep; a folder that cannot be
 * written is a cache that keeps nothing.
 */
export function openCache({ folder, program = ownFolder, vault }: CacheOptions): Cache {
  const ofProgram = path.join(folder, `program-${shorten(programDigest(program))}`);
  const ofVault = path.join(ofProgram, `vault-${shorten(digestOf(realPath(vault)))}`);
  const prepare = (): void => {
    makeFolders(ofVault, 0o700);
    const tag = path.join(folder, 'CACHEDIR.TAG');
    if (!existsSync(tag)) writeFileSync(tag, CACHE_TAG);
    const now = new Date();
    for (const used of [ofProgram, ofVault]) utimesSync(used, now, now);
    keepNewest(folder, PROGRAM_NAME, MOST_PROGRAMS);
    keepNewest(ofProgram, VAULT_NAME, MOST_VAULTS);
    keepNewest(ofVault, /^site-.*\.pack$/, MOST_SITES);
    keepNewest(ofVault, SPARE_NAME, MOST_SPARES);
    removeSpares(folder, ofProgram);
    removeLeftovers(ofVault, now.getTime());
  };
  return {
    shelf: (name) => openShelf(path.join(ofVault, `${name}.pack`), prepare),
    folder: (name) => path.join(ofVault, name),
  };
}

/** Removes all but the newest of what has a name of ours. */
function keepNewest(folder: string, ours: RegExp, most: number): void {
  const names = readdirSync(folder).filter((name) => ours.test(name));
  const dated = names.map((name) => ({ name, time: timeOf(path.join(folder, name)) }));
  for (const { name } of dated.sort((a, b) => b.time - a.time).slice(most)) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** Removes the replaced sites of all programs but one: nobody asks for them, and a site that stands shares no file with them. */
function removeSpares(folder: string, program: string): void {
  for (const other of foldersIn(folder, PROGRAM_NAME)) {
    if (other !== program) for (const vault of foldersIn(other, VAULT_NAME)) keepNewest(vault, SPARE_NAME, 0);
  }
}

function foldersIn(folder: string, ours: RegExp): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && ours.test(entry.name))
    .map(({ name }) => path.join(folder, name));
}

/** Removes what a process that was ended left half written. */
function removeLeftovers(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((other) => other.endsWith('.tmp'))) {
    const file = path.join(folder, name);
    if (now - timeOf(file) > LEFTOVER_AGE) rmSync(file, { force: true });
  }
}

/** When a file or folder was changed; 0 when another process has removed it meanwhile. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function shorten(digest: string): string {
  return digest.slice(0, 20);
}
