import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { createLineIndex, fileStart, placeOf } from '../source/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';
import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { decodeText } from './decode.ts';

/** Larger files are no notes; reading one would cost every later stage. */
const LARGEST_TEXT = 20 * 1024 * 1024;

/** Why the system would not read or write a file, in words without a path of this machine. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ENOENT':
      return 'nothing is there';
    case 'ELOOP':
      return 'its links go round in a circle';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ENOTDIR':
      return 'what should be a folder is a file';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space is left';
    default:
      return code === '' ? 'the system gave no reason' : `the system says ${code}`;
  }
}

/** Reads and decodes a text file. Undefined when that fails, which is reported as `vault/unreadable`. */
export function readSourceFile(absolute: string, path: VaultPath, report: Report): SourceFile | undefined {
  const unreadable = (reason: string): undefined => {
    report(diagnose('vault/unreadable', fileStart(path), { reason }));
  };
  const bytes = readBytes(absolute);
  if (typeof bytes === 'string') return unreadable(bytes);
  const decoded = decodeText(bytes);
  if (decoded === undefined) return unreadable('its bytes are no text');
  const { text, encoding, firstDoubt } = decoded;
  const file: SourceFile = { path, text, encoding };
  if (firstDoubt !== undefined) {
    const place = placeOf(file, { start: firstDoubt, end: firstDoubt + 1 }, createLineIndex(text));
    report(diagnose('vault/encoding', place, { encoding }));
  }
  return file;
}

/** The bytes of a regular file, or the reason why not. */
function readBytes(absolute: string): Buffer | string {
  let descriptor: number | undefined;
  try {
    // A pipe that took a file's place since it was found must not be waited for.
    descriptor = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return 'it is no regular file';
    if (stat.size > LARGEST_TEXT) return `it is larger than ${LARGEST_TEXT / 1024 / 1024} MB`;
    const bytes = Buffer.allocUnsafe(stat.size);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, stat.size, 0));
  } catch (error) {
    return reasonOf(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
