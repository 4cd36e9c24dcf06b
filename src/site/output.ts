import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The file by which a folder is known to be a site of ours. */
const MARKER = '.detectionary.json';

/** A site being built aside. */
export interface Output {
  /** Absolute path of the folder to build into. */
  readonly staging: string;
  /** Puts the built site in the place of the last one. */
  publish(facts: OutputFacts): void;
  /** Removes what was built; the last site stays. */
  abandon(): void;
}

/** What a built site tells of itself. */
export interface OutputFacts {
  /** `/` or `/sub/`. */
  readonly base: string;
}

/** The output folder holds files that are not a site of ours, so it is not replaced. */
export class ForeignOutputError extends Error {
  override readonly name = 'ForeignOutputError';
}

/**
 * Opens a folder for a new site. The site is built in a folder beside it and renamed at the end,
 * so that readers see the old or the new one, whole.
 * Throws {@link ForeignOutputError} when the folder holds anything but a site of ours.
 */
export function openOutput(out: string): Output {
  const target = path.resolve(out);
  if (existsSync(target) && readdirSync(target).length > 0 && readOutputFacts(target) === undefined) {
    throw new ForeignOutputError(
      `${out} holds files that are not a site built by detectionary; choose another folder or empty it`,
    );
  }
  const staging = `${target}.building-${process.pid}`;
  const previous = `${target}.previous-${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(staging, { recursive: true, force: true });
  return {
    staging,
    publish: (facts) => {
      writeFileSync(path.join(staging, MARKER), `${JSON.stringify({ version: 1, ...facts })}\n`);
      if (existsSync(target)) renameSync(target, previous);
      renameSync(staging, target);
      rmSync(previous, { recursive: true, force: true });
    },
    abandon: () => rmSync(staging, { recursive: true, force: true }),
  };
}

/** What a built site tells of itself; undefined when the folder is no site of ours. */
export function readOutputFacts(folder: string): OutputFacts | undefined {
  try {
    const facts: unknown = JSON.parse(readFileSync(path.join(folder, MARKER), 'utf8'));
    const hasBase = typeof facts === 'object' && facts !== null && 'base' in facts && typeof facts.base === 'string';
    return hasBase ? { base: String(facts.base) } : undefined;
  } catch {
    return undefined;
  }
}
