import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { checkVault } from '../../../src/site/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function init(target: string): Promise<number> {
  const print = (): void => undefined;
  const terminal = { out: print, err: print, stdin: Readable.from([]), isScreen: false };
  return run(['init', target], { ...terminal, untilStopped: () => Promise.resolve() });
}

it('writes a vault of which nothing is to be said', async () => {
  const target = path.join(folder, 'new/vault');
  expect(await init(target)).toBe(0);
  expect((await checkVault(target)).diagnostics).toEqual([]);
});

it('leaves what is there alone', async () => {
  const note = path.join(folder, 'note.md');
  writeFileSync(note, 'mine');
  expect(await init(folder)).toBe(2);
  for (const place of [note, path.join(note, 'below'), '/proc/below/nothing']) expect(await init(place)).toBe(2);
  expect(readFileSync(note, 'utf8')).toBe('mine');
});
