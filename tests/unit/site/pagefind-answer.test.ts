import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answered } from '../../../src/site/search/pagefind-answer.ts';
import { UnwrittenSiteError } from '../../../src/site/unwritten.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'answer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = new Promise<never>(() => undefined);

it('gives up where no file can be made any more', { timeout: 20_000 }, async () => {
  // A name too long for any file system stands for a disk that takes no file more.
  const unwritable = path.join(folder, 'x'.repeat(300));
  await expect(answered(never, unwritable)).rejects.toThrow(UnwrittenSiteError);
});

it('lets work go on where files can be written, and leaves none', { timeout: 20_000 }, async () => {
  const slow = new Promise((resolve) => setTimeout(resolve, 2_500, 'done'));
  expect(await answered(slow, folder)).toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});
