import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCacheFolder, isWithin } from '../../../src/cache/index.ts';

describe('defaultCacheFolder', () => {
  const home = path.join(homedir(), '.cache', 'detectionary');
  it.each([
    [{}, home],
    [{ XDG_CACHE_HOME: '/var/cache/me' }, '/var/cache/me/detectionary'],
    [{ XDG_CACHE_HOME: 'relative' }, home],
    [{ DETECTIONARY_CACHE: '/srv/kept', XDG_CACHE_HOME: '/var/cache/me' }, '/srv/kept'],
    [{ DETECTIONARY_CACHE: 'kept' }, path.resolve('kept')],
    [{ DETECTIONARY_CACHE: '' }, home],
  ])('%j gives %s', (environment, expected) => {
    expect(defaultCacheFolder(environment)).toBe(expected);
  });
});

describe('isWithin', () => {
  const world = { folder: '' };
  beforeAll(() => {
    world.folder = mkdtempSync(path.join(tmpdir(), 'within-'));
    mkdirSync(path.join(world.folder, 'vault/notes'), { recursive: true });
    symlinkSync('vault', path.join(world.folder, 'link'));
  });
  afterAll(() => rmSync(world.folder, { recursive: true }));

  it.each([
    ['vault', 'vault', true],
    ['vault/notes', 'vault', true],
    ['vault/not/there/yet', 'vault', true],
    ['link/new', 'vault', true],
    ['vault/new', 'link', true],
    ['vault-cache', 'vault', false],
    ['vault/..cache', 'vault', true],
    ['.', 'vault', false],
  ])('%s in %s: %s', (folder, outer, expected) => {
    expect(isWithin(path.join(world.folder, folder), path.join(world.folder, outer))).toBe(expected);
  });
});
