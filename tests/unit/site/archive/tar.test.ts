import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { tarBlocks } from '../../../../src/site/archive/tar.ts';
import type { TarFile } from '../../../../src/site/archive/tar.ts';

const archiveOf = (files: readonly TarFile[]): Buffer => Buffer.concat([...tarBlocks(files)]);

/** What the system's tar makes of an archive: files by path. */
function unpack(archive: Buffer): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tar-'));
  try {
    const file = path.join(folder, 'a.tar');
    writeFileSync(file, archive);
    execFileSync('tar', ['-xf', file, '-C', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    rmSync(file);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return new Map(
      names
        .filter((name) => statSync(path.join(folder, name)).isFile())
        .map((name) => [name, readFileSync(path.join(folder, name))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ['an empty file', 'empty', 0],
  ['a file', 'a/b.html', 3],
  ['a whole block', 'a/b.html', 512],
  ['more than a block', 'a/b.html', 513],
  ['a path of 100 bytes', `${'d'.repeat(49)}/${'f'.repeat(50)}`, 1],
  ['a path of 101 bytes', `${'d'.repeat(50)}/${'f'.repeat(50)}`, 1],
  ['a path whose length gains a digit by being counted', `${'d'.repeat(47)}/${'f'.repeat(40)}é`, 1],
  ['a path of 900 bytes', Array.from({ length: 9 }, () => 'p'.repeat(99)).join('/'), 1],
  ['a path that is not ASCII', 'größe/🔎 “x”.html', 1],
])('%s comes out of the archive as it went in', (_name, file, size) => {
  const bytes = Buffer.alloc(size, 'x');
  const files = [
    { path: file, bytes },
    { path: 'last', bytes: Buffer.from('last') },
  ];
  expect(unpack(archiveOf(files))).toEqual(new Map(files.map((each) => [each.path, each.bytes])));
});

it('ends in two empty blocks, and every block is whole', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }),
      fc.uint8Array({ maxLength: 2000 }),
      (name, bytes) => {
        const archive = archiveOf([{ path: name, bytes }]);
        expect(archive.length % 512).toBe(0);
        expect(archive.subarray(-1024).every((byte) => byte === 0)).toBe(true);
        const sum = Number.parseInt(archive.toString('latin1', 148, 154), 8);
        const spaced = Buffer.from(archive.subarray(0, 512)).fill(' ', 148, 156);
        expect(spaced.reduce((total, byte) => total + byte, 0)).toBe(sum);
      },
    ),
  );
});
