import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stampFiles } from '../../../src/site/file-stamps.ts';
import { openSiteFiles } from '../../../src/site/site-files.ts';
import type { LastFiles } from '../../../src/site/site-files.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'site-files-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: readonly string[]): string => path.join(folder, ...names);
const inodeOf = (...names: readonly string[]): number => statSync(at(...names)).ino;

/** A site with a page that hangs on `old` and a file of data. */
function lastSite(): LastFiles {
  const files = openSiteFiles(at('last'));
  writeFileSync(files.place('a/index.html', 'old'), 'page');
  files.put('data.json', '{}');
  return { folder: at('last'), digests: files.digests, stamps: stampFiles(at('last'), files.digests.keys()) };
}

describe('the files of a site', () => {
  it('are the very files of the last one where they hang on the same', () => {
    const files = openSiteFiles(at('next'), lastSite());
    expect(files.take('a/index.html', 'old')).toBe(true);
    files.put('data.json', '{}');
    expect(inodeOf('next', 'a/index.html')).toBe(inodeOf('last', 'a/index.html'));
    expect(inodeOf('next', 'data.json')).toBe(inodeOf('last', 'data.json'));
    expect([...files.digests.keys()]).toEqual(['a/index.html', 'data.json']);
  });

  it.each([
    ['hang on something else', 'new', (): void => undefined],
    ['have been changed since', 'old', (): void => writeFileSync(at('last', 'a/index.html'), 'other page')],
    ['are gone', 'old', (): void => rmSync(at('last', 'a/index.html'))],
  ])('are not taken where they %s', (_why, digest, change) => {
    const last = lastSite();
    change();
    const files = openSiteFiles(at('next'), last);
    expect(files.take('a/index.html', digest)).toBe(false);
    expect(files.digests.size).toBe(0);
  });

  it('are put anew where their bytes are others', () => {
    const files = openSiteFiles(at('next'), lastSite());
    files.put('data.json', '[]');
    expect(readFileSync(at('next', 'data.json'), 'utf8')).toBe('[]');
    expect(readFileSync(at('last', 'data.json'), 'utf8')).toBe('{}');
  });

  it('may be written by others, who do not write into the last site', () => {
    const files = openSiteFiles(at('next'), lastSite());
    for (const [name, text] of [
      ['data.json', '{}'],
      ['style.css', '*{}'],
    ] as const)
      writeFileSync(files.place(name, ''), text);
    const others = openSiteFiles(at('next'), lastSite());
    others.adopt();
    expect([...others.digests.keys()].sort()).toEqual(['data.json', 'style.css']);
    expect(inodeOf('next', 'data.json')).toBe(inodeOf('last', 'data.json'));
    expect(readFileSync(at('next', 'style.css'), 'utf8')).toBe('*{}');
  });
});
