import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';

/** What `check` prints of a vault. */
async function checked(vault: string, format: string): Promise<string> {
  let printed = '';
  await run(['check', '--vault', vault, '--format', format, '--no-cache'], {
    out: (text) => void (printed += text),
    err: () => {},
    stdin: Readable.from([]),
    isScreen: false,
    untilStopped: () => Promise.resolve(),
  });
  return printed;
}

describe('the paths that check prints', () => {
  const repository = (): string => temporaryVault({ '.git/HEAD': '', 'notes, ours/A.md': '[[Nowhere]]\n' });

  it.each([
    ['github', 'file=notes%2C ours/A.md,line=1,'],
    ['sarif', '"uri": "notes%2C%20ours/A.md"'],
    ['json', '"path":"A.md"'],
    ['pretty', '\nA.md:1:'],
  ])('are those that a reader of %s expects, for a vault below a repository', async (format, words) => {
    expect(`\n${await checked(path.join(repository(), 'notes, ours'), format)}`).toContain(words);
  });

  it('are those in the repository where a link leads to the vault', async () => {
    const folder = repository();
    mkdirSync(path.join(folder, 'elsewhere'));
    symlinkSync(path.join(folder, 'notes, ours'), path.join(folder, 'elsewhere/link'));
    expect(await checked(path.join(folder, 'elsewhere/link'), 'github')).toContain('file=notes%2C ours/A.md');
  });

  it('are those in the vault where that is the repository, or in none', async () => {
    const alone = { 'A.md': '[[Nowhere]]\n' };
    for (const vault of [temporaryVault(alone), temporaryVault({ '.git': 'gitdir: elsewhere', ...alone })])
      expect(await checked(vault, 'github')).toContain('file=A.md,line=1,');
  });
});
