import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { detectionary, lastWords } from '../commands.ts';
import type { Outcome, Setting } from '../commands.ts';
import { compareFolders, hashFolder } from '../folder-hash.ts';
import type { Report } from '../report.ts';
import { writeNote, writeSmallVault } from '../small-vault.ts';
import type { BadInput } from './bad-input.ts';

/** The parts of a whole build's time after which builds are killed. */
const killPoints = [0.9, 0.7, 0.5, 0.3] as const;

/** A vault that changed after its site was built, and the folders that hold its sites. */
interface Changing {
  readonly setting: Setting;
  readonly vault: string;
  /** The site of the vault before its change, and after it. */
  readonly earlier: string;
  readonly later: string;
  /** Where builds are made to fail. */
  readonly out: string;
}

/** Asserts that a build that fails, or is killed at work, leaves the earlier site as it was. */
export async function checkFailedBuild(report: Report, { setting, folder }: BadInput): Promise<void> {
  const site = (name: string): string => join(folder, `${name}.site`);
  const vault = join(folder, 'changing');
  const changing = { setting, vault, earlier: site('earlier'), later: site('later'), out: site('out') };
  writeSmallVault(vault);
  await buildWell(report, setting, ['--vault', vault, '--out', changing.earlier]);
  await checkFailure(report, changing, join(folder, 'gone'));

  writeNote(vault, 'Later.md', '# Later\n\nWritten after the first build.\n');
  const whole = await buildWell(report, setting, ['--vault', vault, '--out', changing.later]);
  await checkKilled(report, changing, whole.seconds);
}

async function buildWell(report: Report, setting: Setting, args: readonly string[]): Promise<Outcome> {
  const outcome = await detectionary(setting, ['build', ...args]);
  report.none('a small vault: its build ends well', outcome.code === 0 ? [] : [lastWords(outcome)]);
  return outcome;
}

async function checkFailure(report: Report, { setting, earlier }: Changing, missing: string): Promise<void> {
  const before = hashFolder(earlier);
  report.same('a failed build: has an earlier site to keep', before.has('index.html'), true);
  const failed = await detectionary(setting, ['build', '--vault', missing, '--out', earlier]);
  report.same('a failed build: exit code', failed.code, 2);
  report.none('a failed build: leaves the earlier site as it was', compareFolders(before, hashFolder(earlier)));
}

/** Kills builds at several points: each must leave the earlier site, or the later one if it was done already. */
async function checkKilled(report: Report, changing: Changing, wholeSeconds: number): Promise<void> {
  const { setting, vault, earlier, later, out } = changing;
  const [before, after] = [hashFolder(earlier), hashFolder(later)];
  const torn: string[] = [];
  let caught = 0;
  for (const part of killPoints) {
    rmSync(out, { recursive: true, force: true });
    cpSync(earlier, out, { recursive: true });
    const killAfter = wholeSeconds * 1000 * part;
    const outcome = await detectionary(setting, ['build', '--vault', vault, '--out', out], { killAfter });
    const found = hashFolder(out);
    const changes = compareFolders(before, found);
    if (changes.length === 0) caught += outcome.code === undefined ? 1 : 0;
    else if (compareFolders(after, found).length > 0) torn.push(`after ${part} of its time: ${changes.join(', ')}`);
  }
  report.none('a killed build: leaves the earlier site as it was', torn);
  report.same('a killed build: at least one was caught at work', caught > 0, true);
}
