import { createRequire } from 'node:module';

/** The part of fs-native-extensions that is used here; it brings no types. */
interface NativeFiles {
  /** Gives two paths each other's content, in one step of the system. */
  swapSync(from: string, to: string): void;
}

/** What systems and disks answer that cannot swap. */
const UNABLE = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EXDEV']);

/**
 * Gives two folders each other's place, so that at no moment nothing stands at either. False where this system or disk cannot (and
 * nothing is changed then), or nothing stands at one of them. Throws when the system refuses for another reason.
 */
export function swapFolders(from: string, to: string): boolean {
  const native = loadNative();
  if (native === undefined) return false;
  try {
    native.swapSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || UNABLE.has(code)) return false;
    throw error;
  }
}

/** Undefined where the library has no program for this system. On Windows it moves in several steps, which is no better than renaming. */
function loadNative(): NativeFiles | undefined {
  if (process.platform === 'win32') return undefined;
  const require = createRequire(import.meta.url);
  try {
    return require('fs-native-extensions') as NativeFiles;
  } catch {
    return undefined;
  }
}
