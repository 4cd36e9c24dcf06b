import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { programDigest } from '../../cache/index.ts';
import { programRoot } from '../paths.ts';
import { layoutFiles } from './layout-files.ts';

/** Beside the libraries, since it is made of them: it belongs to this program, not to a vault or a person. */
const HOME = path.join(programRoot, 'node_modules', '.detectionary');
/** Nobody compiles for so long, in milliseconds. */
const LEFTOVER_AGE = 3_600_000;

/**
 * The folder of the layouts of this program as they are now, compiled where they are not yet. Where the program's own
 * folder cannot be written they are compiled into `aside`, which the caller removes. Throws what Astro throws.
 */
export async function compiledLayouts(aside: string, home = HOME): Promise<string> {
  const folder = path.join(home, programDigest(programRoot).slice(0, 20));
  if (existsSync(path.join(folder, layoutFiles.entry))) return folder;
  const { compileLayouts } = await import('./compile-layouts.ts'); // takes longer to load than all the rest
  const isOurs = makeRoom(home);
  const into = isOurs ? `${folder}.${randomUUID()}.tmp` : aside;
  try {
    await compileLayouts(into);
  } catch (error) {
    rmSync(into, { recursive: true, force: true });
    throw error;
  }
  return isOurs ? putInPlace(into, folder) : into;
}

/** Makes the folder of all, without what older versions and ended processes left. False where it cannot be written. */
function makeRoom(home: string): boolean {
  try {
    mkdirSync(home, { recursive: true });
    const longAgo = Date.now() - LEFTOVER_AGE;
    for (const name of readdirSync(home)) {
      const { mtimeMs } = statSync(path.join(home, name));
      if (mtimeMs < longAgo) rmSync(path.join(home, name), { recursive: true, force: true });
    }
    return true;
  } catch {
    return false;
  }
}

/** Whole, or not at all; another build may have done the same meanwhile. */
function putInPlace(made: string, folder: string): string {
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true });
    if (!existsSync(path.join(folder, layoutFiles.entry))) throw error;
  }
  return folder;
}
