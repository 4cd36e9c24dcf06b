import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '../../../../src/site/dev/watch-folder.ts';
import type { IsChanged } from '../../../../src/site/dev/watch-folder.ts';
import { temporaryVault } from '../../vault/temporary-vault.ts';

const SOON = { timeout: 10_000 };

interface Row {
  readonly what: string;
  readonly change: (at: (name: string) => string) => void;
  /** What is told to have changed, at the latest. */
  readonly changed: readonly string[];
}

const rows: readonly Row[] = [
  { what: 'a file is written', change: (at) => writeFileSync(at('a.md'), 'x'), changed: ['a.md'] },
  { what: 'a file in a folder is written', change: (at) => writeFileSync(at('in/b.md'), 'x'), changed: ['in/b.md'] },
  { what: 'a file is added', change: (at) => writeFileSync(at('in/new.md'), 'x'), changed: ['in/new.md'] },
  { what: 'a file is removed', change: (at) => rmSync(at('a.md')), changed: ['a.md'] },
  {
    what: 'a file is put in the place of another',
    change: (at) => {
      writeFileSync(at('a.md.tmp'), 'x');
      renameSync(at('a.md.tmp'), at('a.md'));
    },
    changed: ['a.md'],
  },
  {
    what: 'folders are made, and a file in them at once',
    change: (at) => {
      mkdirSync(at('one/two'), { recursive: true });
      writeFileSync(at('one/two/c.md'), 'x');
    },
    changed: ['one/two/c.md'],
  },
  { what: 'a folder is moved', change: (at) => renameSync(at('in'), at('out')), changed: ['in/b.md', 'out/b.md'] },
  {
    what: 'another folder takes the place of one',
    change: (at) => {
      mkdirSync(at('.aside'));
      writeFileSync(at('.aside/b.md'), 'x');
      rmSync(at('in'), { recursive: true });
      renameSync(at('.aside'), at('in'));
    },
    changed: ['in/b.md'],
  },
];

/** Watches a folder; gives which of its files have been told of up to now. */
function follow(root: string): (name: string) => boolean {
  const told: IsChanged[] = [];
  const watch = watchFolder(root, (isChanged) => told.push(isChanged));
  onTestFinished(() => watch.close());
  return (name) => told.some((isChanged) => isChanged(path.join(watch.root, name)));
}

test.each(rows)('tells when $what', async ({ change, changed }) => {
  const root = temporaryVault({ 'a.md': 'a', 'in/b.md': 'b', 'still.md': 'c' });
  const isTold = follow(root);
  change((name) => path.join(root, name));
  await expect.poll(() => changed.filter((name) => !isTold(name)), SOON).toEqual([]);
  expect(isTold('still.md')).toBe(false);
});

test('watches a folder that came later, and one in the place of another', async () => {
  const root = temporaryVault({ 'in/b.md': 'b' });
  const isTold = follow(root);
  mkdirSync(path.join(root, 'later'));
  renameSync(path.join(root, 'in'), path.join(root, 'out'));
  await expect.poll(() => isTold('later') && isTold('out'), SOON).toBe(true);
  for (const name of ['later', 'out']) {
    const isToldNow = follow(root); // only of what follows
    writeFileSync(path.join(root, name, 'd.md'), 'x');
    await expect.poll(() => isToldNow(`${name}/d.md`), SOON).toBe(true);
    expect(isTold(`${name}/d.md`)).toBe(true);
  }
});

test('takes no notice of what git keeps', async () => {
  const root = temporaryVault({ 'a.md': 'a', '.git/index': '' });
  const isTold = follow(root);
  writeFileSync(path.join(root, '.git/index'), 'x');
  writeFileSync(path.join(root, 'a.md'), 'x');
  await expect.poll(() => isTold('a.md'), SOON).toBe(true);
  expect(isTold('.git/index')).toBe(false);
});
