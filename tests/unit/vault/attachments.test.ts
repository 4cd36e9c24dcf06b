import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { vaultPath } from '../../../src/source/index.ts';
import { copyAttachment, findAttachmentProblem, readAttachment } from '../../../src/vault/index.ts';
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
