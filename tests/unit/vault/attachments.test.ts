import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { vaultPath } from '../../../src/source/index.ts';
import {
  copyAttachment,
  digestAttachment,
  findAttachmentProblem,
  readAttachment,
  readVault,
} from '../../../src/vault/index.ts';
import { temporaryVault } from './temporary-vault.ts';

const bytes = Buffer.from([0, 255, 1]);

test('copies an attachment, twice, also a read-only one', () => {
  const root = temporaryVault({ 'img/a.png': bytes });
  chmodSync(path.join(root, 'img/a.png'), 0o444);
  const to = path.join(temporaryVault({}), 'deep/er/a.png');
  expect(copyAttachment(root, vaultPath('img/a.png'), to)).toBeUndefined();
  expect(copyAttachment(root, vaultPath('img/a.png'), to)).toBeUndefined();
  expect(readFileSync(to)).toEqual(bytes);
  expect(readAttachment(root, vaultPath('img/a.png'))).toEqual(bytes);
});

test('opens attachments by the names that they have on disk', () => {
  const names = [
    'cafe\u0301/e\u0301.png',
    'two/\u00e9.png',
    'two/e\u0301.png',
    'x/\u00e9e\u0301.png',
    'x/e\u0301\u00e9.png',
  ];
  const root = temporaryVault({
    ...Object.fromEntries(names.map((name) => [name, name])),
    'e\u0301/a.png': 'in a folder',
    '\u00e9/b.png': 'in its namesake',
  });
  const { attachments } = readVault(root, []);
  expect(attachments).toHaveLength(names.length + 2);
  const read = attachments.map((name) => readAttachment(root, name)?.toString() ?? '');
  expect(read.toSorted()).toEqual([...names, 'in a folder', 'in its namesake'].toSorted());
  expect(readAttachment(root, vaultPath('two/\u00e9.png'))?.toString()).toBe('two/\u00e9.png');
  expect(readAttachment(root, vaultPath('gone/\u00e9.png'))).toBeUndefined();
});

test('reads an attachment no larger than it is told', () => {
  const root = temporaryVault({ 'a.png': bytes });
  expect(readAttachment(root, vaultPath('a.png'), bytes.length)).toEqual(bytes);
  expect(readAttachment(root, vaultPath('a.png'), bytes.length - 1)).toBeUndefined();
});

test.each([
  ['../secret.png', 'vault/outside'],
  ['link.png', 'vault/outside'],
  ['gone.png', 'vault/unreadable'],
  ['folder', 'vault/unreadable'],
])('does not copy %s', (name, code) => {
  const parent = temporaryVault({ 'secret.png': bytes, 'vault/folder/a.png': bytes });
  const root = path.join(parent, 'vault');
  symlinkSync('../secret.png', path.join(root, 'link.png'));
  expect(copyAttachment(root, vaultPath(name), path.join(parent, 'out.png'))?.code).toBe(code);
  expect(readAttachment(root, vaultPath(name))).toBeUndefined();
});

test.each([
  ['page.html', '<p>text</p>', 'vault/runnable'],
  ['program.svg', '<svg onload="alert(1)"/>', 'vault/runnable'],
  ['drawing.svg', '<svg/>', undefined],
  ['script.ps1', 'Get-Date', undefined],
])('tells whether %s gets a stand-in, copied or not', (name, text, code) => {
  const root = temporaryVault({ [name]: text });
  expect(findAttachmentProblem(root, vaultPath(name))?.code).toBe(code);
  expect(copyAttachment(root, vaultPath(name), path.join(root, 'out'))?.code).toBe(code);
});

test.each([
  ['page.html', 3e8, 'vault/runnable'],
  ['data.xml', 3e8, 'vault/runnable'],
  ['image.svg', 3e8, 'vault/runnable'],
  ['image.svgz', 3e8, 'vault/runnable'],
  ['film.mp4', 2 ** 31 + 1, 'vault/unreadable'],
  ['page.html', 2 ** 31 + 1, 'vault/unreadable'],
])('reads no more of %s of %d bytes than it must', (name, size, code) => {
  const root = temporaryVault({ [name]: 'x' });
  truncateSync(path.join(root, name), size); // takes no room on the disk
  const to = path.join(root, 'out');
  expect(findAttachmentProblem(root, vaultPath(name))?.code).toBe(code);
  expect(copyAttachment(root, vaultPath(name), to)?.code).toBe(code);
  expect(statSync(to, { throwIfNoEntry: false })?.size ?? 0).toBeLessThan(1_000);
});

test('gives the digest of bytes that do not fit into one piece', () => {
  const large = Buffer.alloc(2_500_000, 'abc');
  const root = temporaryVault({ 'a.bin': large });
  expect(digestAttachment(root, vaultPath('a.bin'))).toBe(createHash('sha256').update(large).digest('hex'));
  expect(digestAttachment(root, vaultPath('gone.bin'))).toBeUndefined();
});
