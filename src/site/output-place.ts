import { lstatSync, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { makeFolders } from '../cache/index.ts';
import { isInside, reasonOf } from '../vault/index.ts';
import { nameAside } from './output-aside.ts';

/** The output folder is not one that a site may replace; the message says why and what to do. */
export class RefusedOutputError extends Error {
  override readonly name = 'RefusedOutputError';
}

/**
 * The absolute path of the folder that a site is to replace, links followed; the folder above it is made. Throws
 * {@link RefusedOutputError} when it is a file, a link to nowhere, a disk of its own, the vault, in it or around it, or
 * when the folder above it cannot be made.
 */
export function placeOfOutput(out: string, vault: string): string {
  const target = realTarget(out, path.resolve(out));
  refuseVault(out, target, realpathSync(vault));
  const parent = makeParent(out, target);
  const device = statSync(target, { throwIfNoEntry: false })?.dev;
  if (device === undefined || device === statSync(parent).dev) return target;
  const inside = path.join(out, 'site');
  throw new RefusedOutputError(
    `${out} is a disk of its own, which no folder can replace; name one in it: --out ${inside}`,
  );
}

/**
 * The absolute path of the file that an archive is to replace, links followed; the folder above it is made. Throws
 * {@link RefusedOutputError} when it is a folder or lies in the vault, or when the folder above it cannot be made.
 */
export function placeOfFile(file: string, vault: string): string {
  const target = realFile(file);
  if (isInside(realpathSync(vault), target))
    throw new RefusedOutputError(`${file} lies in the vault, which is never changed; name a file beside it`);
  makeParent(file, target);
  return target;
}

function realFile(file: string): string {
  const target = path.resolve(file);
  const end = endOf(file, target);
  if (end?.isFile() === true) return realpathSync(target);
  if (end !== undefined || statOf(file, target) !== undefined)
    throw new RefusedOutputError(`${file} is there and is no file; choose another name`);
  return path.join(realTarget(file, path.dirname(target)), path.basename(target));
}

/** Makes the folder above an output and sees that a site can be built beside it; gives its path. */
function makeParent(out: string, target: string): string {
  const parent = path.dirname(target);
  try {
    makeFolders(parent);
    // A permission does not tell: in /proc nobody makes a folder, and some names leave no room for a longer one.
    const trial = nameAside(target, 'building');
    mkdirSync(trial);
    rmdirSync(trial);
  } catch (error) {
    throw new RefusedOutputError(`${out} cannot be written: ${reasonOf(error)}`);
  }
  return parent;
}

/** The path with the links of all that exists of it followed. */
function realTarget(out: string, target: string): string {
  const stat = statOf(out, target);
  if (stat === undefined) {
    const parent = path.dirname(target);
    return path.join(parent === target ? parent : realTarget(out, parent), path.basename(target));
  }
  if (stat.isDirectory()) return realpathSync(target);
  if (!stat.isSymbolicLink()) throw new RefusedOutputError(`${out}: ${target} is a file; name a folder for the site`);
  if (endOf(out, target)?.isDirectory() !== true) {
    throw new RefusedOutputError(`${out}: ${target} is a link that leads to no folder; name a folder for the site`);
  }
  return realpathSync(target);
}

/** What stands at a place itself, a link or what else. */
function statOf(out: string, target: string): Stats | undefined {
  return lookedAt(out, () => lstatSync(target, { throwIfNoEntry: false }));
}

/** What stands at the end of the links of a place. */
function endOf(out: string, target: string): Stats | undefined {
  return lookedAt(out, () => statSync(target, { throwIfNoEntry: false }));
}

function lookedAt(out: string, look: () => Stats | undefined): Stats | undefined {
  try {
    return look();
  } catch (error) {
    throw new RefusedOutputError(`${out} cannot be written: ${reasonOf(error)}`);
  }
}

function refuseVault(out: string, target: string, vault: string): void {
  const isIn = isInside(vault, target);
  if (!isIn && !isInside(target, vault)) return;
  const where = target === vault ? 'is the vault itself' : isIn ? 'lies in the vault' : 'holds the vault';
  throw new RefusedOutputError(
    `${out} ${where}, which is never changed; name a folder beside it, such as --out ../dist`,
  );
}
