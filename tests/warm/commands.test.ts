import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { applyEdit, copyVault, vaultEdit } from './vault-edits.ts';

const vault = copyVault();
const folder = mkdtempSync(path.join(tmpdir(), 'commands-'));
const cache = path.join(folder, 'cache');
afterAll(() => {
  for (const made of [path.dirname(vault), folder]) rmSync(made, { recursive: true });
});

/** One for each sort of thing that is kept. */
const SOME: readonly (readonly string[])[] = [
  ['check', '--format', 'json', '--strict'],
  ['blocks'],
  ['query', 'rundll32 tag:detection_rule'],
  ['query', 'task:"" OR block:(rundll32 text)'],
];

/** Whole commands whose answers hang on the vault. */
const COMMANDS: readonly (readonly string[])[] = [
  ...SOME,
  ['check'],
  ['coverage'],
  ['coverage', '--format', 'json'],
  ['coverage', '--format', 'csv'],
  ['coverage', '--format', 'navigator'],
  ['coverage', '--where', 'tag:windows', '--fail-under', '50'],
  ['graph'],
  ['query', 'tag:t1003 OR path:Playbooks', '--format', 'json'],
  ['query', 'tag:a_tag_of_nobody'],
  ['query', '[level:critical] -/more (text|words)/'],
  ['query', '(broken'],
];

interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

async function outcomeOf(argv: readonly string[]): Promise<Outcome> {
  const written = { out: '', err: '' };
  const code = await run([...argv, '--vault', vault], {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    stdin: Readable.from([]),
    isScreen: false,
    untilStopped: () => Promise.resolve(),
  });
  return { ...written, code };
}

const warm = (argv: readonly string[]): Promise<Outcome> => outcomeOf([...argv, '--cache', cache]);
const cold = (argv: readonly string[]): Promise<Outcome> => outcomeOf([...argv, '--no-cache']);

/** The shelves on which answers are kept. */
function answerShelves(): readonly string[] {
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' }).map((name) => path.basename(name, '.pack'));
  return names.filter((name) => name.startsWith('answer')).sort();
}

describe('a command with a cache', () => {
  it('prints after a build what it prints without one, and need not link the vault for it', async () => {
    expect((await warm(['build', '--out', path.join(folder, 'site')])).code).toBe(0);
    for (const argv of [
      ['blocks'],
      ...['table', 'json', 'csv', 'navigator'].map((form) => ['coverage', '--format', form]),
    ])
      expect(await warm(argv), argv.join(' ')).toEqual(await cold(argv));
    // Nothing was asked that the build had not answered.
    expect(answerShelves()).toEqual(['answers']);
  });

  it.each(COMMANDS.map((argv) => ({ argv })))('prints what it prints without one, twice: $argv', async ({ argv }) => {
    const wanted = await cold(argv);
    expect(await warm(argv)).toEqual(wanted);
    expect(await warm(argv)).toEqual(wanted);
  });

  it('prints what it prints without one after random changes', async () => {
    const property = fc.asyncProperty(vaultEdit, async (edit) => {
      const done = applyEdit(vault, edit);
      for (const argv of SOME) expect(await warm(argv), `${argv.join(' ')} after: ${done}`).toEqual(await cold(argv));
    });
    // A smaller change of a vault that has changed already is another change: nothing to shrink to.
    await fc.assert(property, { numRuns: 12, endOnFailure: true });
  });
});
