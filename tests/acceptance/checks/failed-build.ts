import { join } from 'node:path';
import { detectionary, lastWords } from '../commands.ts';
import type { Outcome } from '../commands.ts';
import { compareFolders, hashFolder } from '../folder-hash.ts';
import type { Report } from '../report.ts';
import { writeNote, writeSmallVault } from '../small-vault.ts';
import type { BadInput } from './bad-input.ts';

/** The parts of a whole build's time after which one is killed, until one is caught at work. */
const killPoints = [0.6, 0.4, 0.25, 0.1] as const;

/** Asserts that a build that fails, or is killed at work, leaves the earlier site as it was. */
export async function checkFailedBuild(report: Report, input: BadInput): Promise<void> {
  const { setting, folder } = input;
  const vault = join(folder, 'earlier');
  const out = join(folder, 'earlier.site');
  writeSmallVault(vault);
  const first = await detectionary(setting, ['build', '--vault', vault, '--out', out]);
  report.none('an earlier build: ends well', first.code === 0 ? [] : [lastWords(first)]);
  const before = hashFolder(out);
  report.same('an earlier build: wrote a site', before.has('index.html'), true);

  const missing = join(folder, 'gone');
  const failed = await detectionary(setting, ['build', '--vault', missing, '--out', out]);
  report.same('a failed build: exit code', failed.code, 2);
  report.none('a failed build: leaves the earlier site as it was', compareFolders(before, hashFolder(out)));

  writeNote(vault, 'Later.md', '# Later\n\nWritten after the first build.\n');
  const killed = await killAtWork(first.seconds, (killAfter) =>
    detectionary(setting, ['build', '--vault', vault, '--out', out], { killAfter }),
  );
  if (killed === undefined) {
    report.none('a killed build: is caught at work', ['every one had ended before']);
    return;
  }
  report.none('a killed build: leaves the earlier site as it was', compareFolders(before, hashFolder(out)));
}

async function killAtWork(
  seconds: number,
  build: (killAfter: number) => Promise<Outcome>,
): Promise<Outcome | undefined> {
  for (const part of killPoints) {
    const outcome = await build(seconds * 1000 * part);
    if (outcome.code === undefined) return outcome;
  }
  return undefined;
}
