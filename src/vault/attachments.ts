import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { diagnose } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { fileStart } from '../source/index.ts';
import type { VaultPath } from '../source/index.ts';
import { followLink } from './containment.ts';
import { reasonOf } from './read-file.ts';
import { mayNeedStandIn, standInFor } from './runnable.ts';

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
  const standIn = mayNeedStandIn(attachment) ? standInFor(attachment, readFileSync(source)) : undefined;
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
    if (!mayNeedStandIn(attachment) || standInFor(attachment, readFileSync(source)) === undefined) return undefined;
    return diagnose('vault/runnable', fileStart(attachment), {});
  } catch (error) {
    return diagnose('vault/unreadable', fileStart(attachment), { reason: reasonOf(error) });
  }
}

/** The bytes of an attachment; undefined when it is gone, unreadable or not inside the vault. */
export function readAttachment(root: string, attachment: VaultPath): Buffer | undefined {
  const source = locate(root, attachment);
  if (typeof source !== 'string') return undefined;
  try {
    return readFileSync(source);
  } catch {
    return undefined;
  }
}

/** The real path of a regular file inside the vault, or the diagnostic that says why there is none. */
function locate(root: string, attachment: VaultPath): string | Diagnostic {
  const place = fileStart(attachment);
  try {
    const realRoot = realpathSync(root);
    const end = followLink(realRoot, path.join(realRoot, attachment));
    if (end.kind === 'outside') return diagnose('vault/outside', place, {});
    if (end.kind === 'broken') return diagnose('vault/unreadable', place, { reason: reasonOf(end.error) });
    if (statSync(end.real).isFile()) return end.real;
    return diagnose('vault/unreadable', place, { reason: 'it is no regular file' });
  } catch (error) {
    return diagnose('vault/unreadable', place, { reason: reasonOf(error) });
  }
}
