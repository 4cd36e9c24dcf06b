import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { diagnose } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { fileStart } from '../source/index.ts';
import type { VaultPath } from '../source/index.ts';
import { followLink } from './containment.ts';
import { placeOnDisk } from './place-on-disk.ts';
import { reasonOf } from './read-file.ts';
import { mayNeedStandIn, standInFor, unseenStandIn } from './runnable.ts';

/** Larger attachments are not published: no host would take them, and an empty file can claim any size. */
const LARGEST_GB = 2;
/** Larger files that may run are not looked into: reading one takes several times its size of memory. */
const LARGEST_SEEN = 20 * 1024 * 1024;
/** Bytes read at once. */
const CHUNK = 1 << 20;

/**
 * Copies an attachment to a file, whose folders are made; of one that would run in a browser its stand-in. Gives the
 * diagnostic of that, or when it cannot be read, else undefined; throws when writing fails.
 */
export function copyAttachment(root: string, attachment: VaultPath, to: string): Diagnostic | undefined {
  const source = locate(root, attachment);
  if (typeof source !== 'string') return source;
  try {
    accessSync(source, constants.R_OK);
  } catch (error) {
    return diagnose('vault/unreadable', fileStart(attachment), { reason: reasonOf(error) });
  }
  mkdirSync(path.dirname(to), { recursive: true });
  const standIn = standInOf(attachment, source);
  if (standIn !== undefined) {
    writeFileSync(to, standIn);
    return diagnose('vault/runnable', fileStart(attachment), {});
  }
  copyFileSync(source, to);
  // A read-only original must not make the next copy fail.
  chmodSync(to, 0o644);
  return undefined;
}

/** The diagnostic that {@link copyAttachment} gives of an attachment; undefined where there is none. Reads what may run alone. */
export function findAttachmentProblem(root: string, attachment: VaultPath): Diagnostic | undefined {
  const source = locate(root, attachment);
  if (typeof source !== 'string') return source;
  try {
    accessSync(source, constants.R_OK);
    return standInOf(attachment, source) === undefined
      ? undefined
      : diagnose('vault/runnable', fileStart(attachment), {});
  } catch (error) {
    return diagnose('vault/unreadable', fileStart(attachment), { reason: reasonOf(error) });
  }
}

/**
 * The bytes of an attachment; undefined when it is gone, unreadable or not inside the vault.
 *
 * @param largest Bytes; a larger file is not read and gives undefined.
 */
export function readAttachment(root: string, attachment: VaultPath, largest = Infinity): Buffer | undefined {
  const source = locate(root, attachment);
  if (typeof source !== 'string') return undefined;
  try {
    return statSync(source).size > largest ? undefined : readFileSync(source);
  } catch {
    return undefined;
  }
}

/** The first bytes of an attachment, `most` of them where it has so many; undefined where {@link readAttachment} gives nothing. */
export function readAttachmentStart(root: string, attachment: VaultPath, most: number): Buffer | undefined {
  const source = locate(root, attachment);
  if (typeof source !== 'string') return undefined;
  let file: number | undefined;
  try {
    file = openSync(source, 'r');
    const start = Buffer.alloc(Math.min(most, fstatSync(file).size));
    return start.subarray(0, readSync(file, start));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A digest of an attachment's bytes, which are not held in memory all at once; undefined where {@link readAttachment} gives nothing. */
export function digestAttachment(root: string, attachment: VaultPath): string | undefined {
  const source = locate(root, attachment);
  if (typeof source !== 'string') return undefined;
  let file: number | undefined;
  try {
    file = openSync(source, 'r');
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) hash.update(chunk.subarray(0, size));
    return hash.digest('hex');
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function standInOf(attachment: VaultPath, source: string): Buffer | undefined {
  if (!mayNeedStandIn(attachment)) return undefined;
  return statSync(source).size > LARGEST_SEEN
    ? unseenStandIn(attachment)
    : standInFor(attachment, readFileSync(source));
}

/** The real path of a regular file inside the vault, or the diagnostic that says why there is none. */
function locate(root: string, attachment: VaultPath): string | Diagnostic {
  const place = fileStart(attachment);
  try {
    const realRoot = realpathSync(root);
    const end = followLink(realRoot, placeOnDisk(realRoot, attachment));
    if (end.kind === 'outside') return diagnose('vault/outside', place, {});
    if (end.kind === 'broken') return diagnose('vault/unreadable', place, { reason: reasonOf(end.error) });
    const stat = statSync(end.real);
    if (!stat.isFile()) return diagnose('vault/unreadable', place, { reason: 'it is no regular file' });
    if (stat.size <= LARGEST_GB * 1024 ** 3) return end.real;
    return diagnose('vault/unreadable', place, { reason: `it is larger than ${LARGEST_GB} GB` });
  } catch (error) {
    return diagnose('vault/unreadable', place, { reason: reasonOf(error) });
  }
}
