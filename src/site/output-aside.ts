import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** Folders beside a site: one in which the next is built, and one to which the last was moved. */
type Aside = 'building' | 'previous';

/** What another machine has left on a shared disk is taken for forgotten after so many milliseconds. */
const FORGOTTEN_AFTER = 24 * 60 * 60 * 1000;

/** A name that no other build uses, told apart by machine, process and chance. */
export function nameAside(target: string, aside: Aside): string {
  return `${target}.${aside}-${machine()}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Removes what builds that no longer run have left beside a site. What cannot be removed stays. */
export function sweepAside(target: string): void {
  for (const { folder, isForgotten } of asideOf(target)) {
    if (!isForgotten) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // It is in nobody's way.
    }
  }
}

/** Puts back a site that a killed build had moved away and not yet replaced. `isSite` tells a whole one. */
export function putBack(target: string, isSite: (folder: string) => boolean): void {
  if (existsSync(target)) return;
  const lost = asideOf(target).find(
    ({ folder, aside, isForgotten }) => aside === 'previous' && isForgotten && isSite(folder),
  );
  if (lost === undefined) return;
  try {
    renameSync(lost.folder, target);
  } catch {
    // Another build was quicker.
  }
}

interface Left {
  readonly folder: string;
  readonly aside: string;
  /** Whether the build that made it has ended. */
  readonly isForgotten: boolean;
}

/** The folders beside a site, the latest first. */
function asideOf(target: string): readonly Left[] {
  const parent = path.dirname(target);
  const prefix = `${path.basename(target)}.`;
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const match = /^(building|previous)-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/.exec(name.slice(prefix.length));
      const folder = path.join(parent, name);
      const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
      if (match === null || changed === undefined) return [];
      const [, aside = '', owner, pid] = match;
      const isForgotten = owner === machine() ? !isRunning(Number(pid)) : Date.now() - changed > FORGOTTEN_AFTER;
      return [{ folder, aside, isForgotten, changed }];
    })
    .sort((a, b) => b.changed - a.changed);
}

/** Tells this machine's builds from those of others on a shared disk. */
function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
