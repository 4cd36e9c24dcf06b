import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openOutput } from '../../../src/site/output.ts';
import { swapFolders } from '../../../src/site/swap-folders.ts';

const world = { folder: '' };
beforeEach(() => {
  world.folder = mkdtempSync(path.join(tmpdir(), 'swap-'));
  for (const name of ['old', 'new']) {
    mkdirSync(path.join(world.folder, name));
    writeFileSync(path.join(world.folder, name, 'page'), name);
  }
});
afterEach(() => {
  vi.doUnmock('../../../src/site/swap-folders.ts');
  rmSync(world.folder, { recursive: true });
});

const at = (name: string): string => path.join(world.folder, name);
const pageAt = (name: string): string => readFileSync(path.join(at(name), 'page'), 'utf8');

describe.skipIf(process.platform === 'win32')('swapping two folders', () => {
  it('gives each the place of the other', () => {
    expect(swapFolders(at('new'), at('old'))).toBe(true);
    expect([pageAt('old'), pageAt('new')]).toEqual(['new', 'old']);
  });

  it('changes nothing where nothing stands at one of them', () => {
    expect(swapFolders(at('new'), at('none'))).toBe(false);
    expect([pageAt('new'), existsSync(at('none'))]).toEqual(['new', false]);
  });
});

describe('publishing where folders cannot be swapped', () => {
  it('moves the last site away, and leaves nothing beside the new one', async () => {
    vi.doMock('../../../src/site/swap-folders.ts', () => ({ swapFolders: () => false }));
    vi.resetModules();
    const aside = await import('../../../src/site/output.ts');
    expect(aside.openOutput).not.toBe(openOutput);
    mkdirSync(at('vault'));
    for (const text of ['first', 'second']) {
      const output = aside.openOutput(at('dist'), at('vault'));
      mkdirSync(output.staging);
      writeFileSync(path.join(output.staging, 'page'), text);
      output.publish({ base: '/' }, ['page']);
      expect(pageAt('dist')).toBe(text);
    }
    expect(readdirSync(world.folder).sort()).toEqual(['dist', 'new', 'old', 'vault']);
  });
});
