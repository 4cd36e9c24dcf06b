import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noCache, openCache } from '../../../src/cache/index.ts';
import { openSiteMemory } from '../../../src/site/standing-site.ts';
import type { SiteMemory, StandingSite } from '../../../src/site/standing-site.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'spare-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);

function site(digest: string): StandingSite {
  return {
    request: digest,
    attachments: [],
    digests: new Map([['page', digest]]),
    stamps: [{ path: 'page', size: 1, time: 1 }],
    summary: {} as StandingSite['summary'],
    diagnostics: [],
  };
}

/** What the next run remembers of the same output folder. */
function memoryOfNextRun(): SiteMemory {
  return openSiteMemory(openCache({ folder: at('cache'), vault: folder }), at('dist'));
}

/** A run that builds a site; gives whether the one that it replaced could be put in the spare place. */
function run(digest: string): boolean | undefined {
  const memory = memoryOfNextRun();
  mkdirSync(at('replaced'));
  writeFileSync(path.join(at('replaced'), 'page'), digest);
  const isPut = memory.spare?.put(at('replaced'));
  memory.keep(site(digest));
  rmSync(at('replaced'), { recursive: true, force: true });
  return isPut;
}

describe('the place for a site that has been replaced', () => {
  it('gives it to the next run, with what that run knew of it', () => {
    run('first');
    expect(run('second')).toBe(true);
    const { spare } = memoryOfNextRun();
    expect(spare?.take(at('taken'))).toEqual({
      folder: at('taken'),
      digests: site('first').digests,
      stamps: site('first').stamps,
    });
    expect(readdirSync(at('taken'))).toEqual(['page']);
  });

  it('gives it once', () => {
    run('first');
    run('second');
    expect(memoryOfNextRun().spare?.take(at('taken'))).toBeDefined();
    expect(memoryOfNextRun().spare?.take(at('taken again'))).toBeUndefined();
    expect(existsSync(at('taken again'))).toBe(false);
  });

  it('takes none that it knows nothing of', () => {
    expect(run('first')).toBe(false);
    expect(memoryOfNextRun().spare?.take(at('taken'))).toBeUndefined();
  });

  it('holds the last of several', () => {
    for (const digest of ['first', 'second', 'third']) run(digest);
    expect(memoryOfNextRun().spare?.take(at('taken'))?.digests).toEqual(site('second').digests);
  });

  it('costs no site where it cannot be had', () => {
    run('first');
    expect(memoryOfNextRun().spare?.put(at('nothing'))).toBe(false);
    rmSync(at('cache'), { recursive: true });
    expect(run('second')).toBe(false);
    const memory = memoryOfNextRun();
    rmSync(at('cache'), { recursive: true });
    symlinkSync('cache', at('cache')); // leads to itself
    mkdirSync(at('replaced'));
    expect(memory.spare?.put(at('replaced'))).toBe(false);
    expect(existsSync(at('replaced'))).toBe(true);
  });

  it('is nowhere without a cache', () => {
    expect(openSiteMemory(noCache, at('dist')).spare).toBeUndefined();
  });
});
