import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asUnwritten, UnwrittenSiteError } from '../unwritten.ts';

/** How often it is tried whether anything can be written still, in milliseconds. */
const TRIAL_EVERY = 1_000;

/**
 * An answer of Pagefind's process, which writes below `folder`. On a full disk it dies and says nothing, and then this process
 * would end in silence with nothing left to wait for; or it tries to make a file for ever, which is told by trying the same.
 * Rejects then, with {@link UnwrittenSiteError} where the system is the cause.
 */
export async function answered<T>(work: Promise<T>, folder: string): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => {
    const reason = 'Pagefind stopped, as it does where no space is left';
    reject(new UnwrittenSiteError(`the search index could not be written: ${reason}; the last site stays as it was`));
  };
  const timer = setInterval(() => {
    try {
      tryToWrite(folder);
    } catch (error) {
      reject(asUnwritten(error));
    }
  }, TRIAL_EVERY).unref(); // it is not what keeps this process waiting
  process.once('beforeExit', giveUp);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearInterval(timer);
    process.off('beforeExit', giveUp);
  }
}

/** Makes a file and removes it. Throws what the system throws. */
function tryToWrite(folder: string): void {
  const trial = path.join(folder, '.trial'); // never taken for a file of an index: it is gone at once
  writeFileSync(trial, '');
  rmSync(trial);
}
