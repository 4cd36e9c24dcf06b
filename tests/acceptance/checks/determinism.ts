import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { detectionary, lastWords } from '../commands.ts';
import type { Setting } from '../commands.ts';
import { compareFolders, hashFolder } from '../folder-hash.ts';
import type { Report } from '../report.ts';

/** A finished build, and where to build it again. */
export interface DeterminismInput {
  /** The setting of the first build. */
  readonly first: Setting;
  /** A setting whose cache is empty. */
  readonly second: Setting;
  readonly vault: string;
  readonly out: string;
  readonly secondOut: string;
}

/** Asserts that a second build from nothing, into another folder, gives the same bytes. */
export async function checkDeterminism(report: Report, input: DeterminismInput): Promise<void> {
  const { first, second, vault, out, secondOut } = input;
  if (!isUsed(first.cache)) rmSync(join(first.root, '.cache'), { recursive: true, force: true });
  const outcome = await detectionary(second, ['build', '--vault', vault, '--out', secondOut]);
  report.none('second build: ends well', outcome.code === 0 ? [] : [lastWords(outcome)]);
  report.none('second build: the same bytes', compareFolders(hashFolder(out), hashFolder(secondOut)));
}

function isUsed(cache: string): boolean {
  return existsSync(cache) && readdirSync(cache).length > 0;
}
