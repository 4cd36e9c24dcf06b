import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/site/archive/archive-output.ts';
import { RefusedOutputError } from '../../../../src/site/output-place.ts';

const world = { folder: '', vault: '', file: '' };
beforeEach(() => {
  world.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'archive-')));
  world.vault = path.join(world.folder, 'vault');
  world.file = path.join(world.folder, 'out', 'site.tar.gz');
  mkdirSync(world.vault);
});
afterEach(() => {
  rmSync(world.folder, { recursive: true });
});

async function pack(file: string, text: string, time?: Date): Promise<void> {
  const output = openArchive(file, world.vault);
  mkdirSync(path.join(output.staging, 'rules'), { recursive: true });
  for (const name of ['index.html', 'rules/größe.html']) {
    writeFileSync(path.join(output.staging, name), text);
    if (time !== undefined) utimesSync(path.join(output.staging, name), time, time);
  }
  await output.publish({ base: '/' }, ['index.html']);
}

function read(file: string): string {
  return execFileSync('tar', ['-xzOf', file, 'index.html'], { encoding: 'utf8' });
}

describe('an archive of a site', () => {
  it('holds every file, the mark of a built site among them, and leaves nothing beside it', async () => {
    await pack(world.file, 'first');
    const names = execFileSync('tar', ['-tzf', world.file, '--quoting-style=literal'], { encoding: 'utf8' });
    expect(names.trimEnd().split('\n')).toEqual(['.detectionary.json', 'index.html', 'rules/größe.html']);
    expect(readdirSync(path.dirname(world.file))).toEqual(['site.tar.gz']);
  });

  it('has the same bytes for the same site, whatever its name and time', async () => {
    const other = path.join(world.folder, 'other.tgz');
    await pack(world.file, 'same', new Date(0));
    await pack(other, 'same', new Date());
    expect(readFileSync(other).equals(readFileSync(world.file))).toBe(true);
  });

  it('replaces the last one, also where that is named by a link', async () => {
    await pack(world.file, 'first');
    const link = path.join(world.folder, 'latest.tar.gz');
    symlinkSync(world.file, link);
    await pack(link, 'second');
    expect(read(world.file)).toBe('second');
  });

  it('takes the place of a file in which nothing is, and comes first in itself', async () => {
    mkdirSync(path.dirname(world.file));
    writeFileSync(world.file, '');
    const output = openArchive(world.file, world.vault);
    mkdirSync(path.join(output.staging, '-first'), { recursive: true });
    for (const name of ['-first/index.html', 'index.html']) writeFileSync(path.join(output.staging, name), name);
    await output.publish({ base: '/' }, ['index.html']);
    await pack(world.file, 'second');
    expect(read(world.file)).toBe('second');
  });

  it('stays as it was when the new site lacks something or is given up', async () => {
    await pack(world.file, 'first');
    const output = openArchive(world.file, world.vault);
    mkdirSync(output.staging);
    await expect(async () => output.publish({ base: '/' }, ['index.html'])).rejects.toThrow('lacks index.html');
    output.abandon();
    expect(read(world.file)).toBe('first');
    expect(readdirSync(path.dirname(world.file))).toEqual(['site.tar.gz']);
  });

  it('sweeps away what a build that was killed has left, and keeps the archive', async () => {
    await pack(world.file, 'first');
    const ended = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    mkdirSync(`${world.file}.building-${machine}-${ended}-0123abcd`);
    writeFileSync(`${world.file}.building-${machine}-${ended}-4567abcd`, 'half an archive');
    openArchive(world.file, world.vault);
    expect(readdirSync(path.dirname(world.file))).toEqual(['site.tar.gz']);
    expect(read(world.file)).toBe('first');
  });

  it.each([
    ['a name that says another kind', () => 'site.zip', /such as site\.tar\.gz/],
    ['the vault', () => path.join(world.vault, 'site.tar.gz'), /lies in the vault/],
    ['a folder', () => path.join(world.folder, 'folder.tar.gz'), /no file/],
    ['a file of another kind', () => path.join(world.folder, 'notes.tar.gz'), /no archive/],
    ['an archive of something else', () => path.join(world.folder, 'backup.tar.gz'), /no archive of a site/],
    ['something else that is compressed', () => path.join(world.folder, 'notes.tgz'), /no archive of a site/],
    ['a built site', () => path.join(world.folder, 'built', 'files', 'site.tgz'), /lies in a built site/],
    ['a place below a file', () => path.join(world.folder, 'notes.tar.gz', 'site.tar.gz'), /cannot be written|a file/],
    ['a link to nowhere', () => path.join(world.folder, 'lost.tar.gz'), /no file/],
  ])('is refused in the place of %s', (_name, place, message) => {
    mkdirSync(path.join(world.folder, 'folder.tar.gz'));
    writeFileSync(path.join(world.folder, 'notes.tar.gz'), 'my notes');
    symlinkSync('nowhere', path.join(world.folder, 'lost.tar.gz'));
    execFileSync('tar', ['-czf', 'backup.tar.gz', 'notes.tar.gz'], { cwd: world.folder });
    writeFileSync(path.join(world.folder, 'notes.tgz'), gzipSync('my notes'));
    mkdirSync(path.join(world.folder, 'built'));
    writeFileSync(path.join(world.folder, 'built', '.detectionary.json'), '{"base":"/","files":[]}');
    const before = readdirSync(world.folder);
    const file = place();
    expect(() => openArchive(file, world.vault)).toThrow(RefusedOutputError);
    expect(() => openArchive(file, world.vault)).toThrow(message);
    expect(readFileSync(path.join(world.folder, 'notes.tar.gz'), 'utf8')).toBe('my notes');
    expect(readdirSync(world.folder)).toEqual(before);
    expect(existsSync(path.join(world.vault, 'site.tar.gz'))).toBe(false);
  });
});
