import { reasonOf } from '../vault/index.ts';

/** The system would not let the site be written: a full disk, a folder without permission. The last site stays. */
export class UnwrittenSiteError extends Error {
  override readonly name = 'UnwrittenSiteError';
}

const WRITING = new Set(['EACCES', 'EDQUOT', 'EFBIG', 'EIO', 'EMFILE', 'ENAMETOOLONG', 'ENOSPC', 'EPERM', 'EROFS']);

/** The error itself, or in its place one that a reader understands where the system is the cause. */
export function asUnwritten(error: unknown): unknown {
  const reason = systemReason(error);
  if (reason === undefined) return error;
  return new UnwrittenSiteError(`the site could not be written: ${reason}; the last one stays as it was`, {
    cause: error,
  });
}

function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && WRITING.has(String(error.code))) return reasonOf(error);
  // Vite's bundler and Pagefind hand on the system's words alone.
  if (/no space left on device|os error 28\b|disk quota exceeded/i.test(error.message)) return 'no space is left';
  return systemReason(error.cause);
}
