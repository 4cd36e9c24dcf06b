import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow, stampFiles } from '../../../src/site/file-stamps.ts';
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
    const files = openSiteFiles(at('next'), { last: lastSite() });
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
    const files = openSiteFiles(at('next'), { last });
    expect(files.take('a/index.html', digest)).toBe(false);
    expect(files.digests.size).toBe(0);
  });

  it('are put anew where their bytes are others', () => {
    const files = openSiteFiles(at('next'), { last: lastSite() });
    files.put('data.json', '[]');
    expect(readFileSync(at('next', 'data.json'), 'utf8')).toBe('[]');
    expect(readFileSync(at('last', 'data.json'), 'utf8')).toBe('{}');
  });

  it('may be written by others, who do not write into the last site', () => {
    const files = openSiteFiles(at('next'), { last: lastSite() });
    for (const [name, text] of [
      ['data.json', '{}'],
      ['style.css', '*{}'],
    ] as const)
      writeFileSync(files.place(name, ''), text);
    const others = openSiteFiles(at('next'), { last: lastSite() });
    others.adopt();
    expect([...others.digests.keys()].sort()).toEqual(['data.json', 'style.css']);
    expect(inodeOf('next', 'data.json')).toBe(inodeOf('last', 'data.json'));
    expect(readFileSync(at('next', 'style.css'), 'utf8')).toBe('*{}');
  });
});

describe('the files of a site that takes the place of a spare one', () => {
  /** The last site and a spare one: both have the same page and data, and each has a page of its own. */
  function sites(): { readonly last: LastFiles; readonly spare: LastFiles } {
    const build = (name: string, from: { readonly last?: LastFiles }): LastFiles => {
      const files = openSiteFiles(at(name), from);
      if (!files.take('a/index.html', 'old')) writeFileSync(files.place('a/index.html', 'old'), 'page');
      writeFileSync(files.place(`only-${name}/index.html`, name), name);
      files.put('data.json', '{}');
      return { folder: at(name), digests: files.digests, stamps: files.complete() };
    };
    const spare = build('spare', {});
    return { spare, last: build('last', { last: spare }) };
  }

  it('stay where they hang on the same, in the folders that are there', () => {
    const from = sites();
    const [folder, file] = [inodeOf('spare', 'a'), inodeOf('spare', 'a/index.html')];
    const files = openSiteFiles(at('next'), from);
    expect(files.take('a/index.html', 'old')).toBe(true);
    const stamps = files.complete();
    expect([inodeOf('next', 'a'), inodeOf('next', 'a/index.html')]).toEqual([folder, file]);
    expect(stamps).toEqual(stampFiles(at('next'), ['a/index.html']));
    expect(existsSync(at('spare'))).toBe(false);
  });

  it('are no others than those of the new site, and of the last none is changed', () => {
    const files = openSiteFiles(at('next'), sites());
    writeFileSync(files.place('a/index.html', 'new'), 'new page');
    expect(files.take('only-last/index.html', 'last')).toBe(true);
    // What was a file is a folder now, and the other way round.
    files.put('only-spare', 'a file');
    files.put('data.json/deep.json', '[]');
    files.complete();
    expect(filesBelow(at('next')).toSorted()).toEqual(
      ['a/index.html', 'data.json/deep.json', 'only-last/index.html', 'only-spare'].toSorted(),
    );
    expect(readFileSync(at('next', 'a/index.html'), 'utf8')).toBe('new page');
    expect(readFileSync(at('last', 'a/index.html'), 'utf8')).toBe('page');
    expect(readFileSync(at('last', 'data.json'), 'utf8')).toBe('{}');
    expect(inodeOf('next', 'only-last/index.html')).toBe(inodeOf('last', 'only-last/index.html'));
  });

  it('leave no folder that holds nothing', () => {
    const files = openSiteFiles(at('next'), sites());
    files.put('data.json', '{}');
    files.complete();
    expect(readdirSync(at('next'))).toEqual(['data.json']);
  });

  it('are not kept where somebody has changed them', () => {
    const from = sites();
    rmSync(at('spare', 'data.json'));
    writeFileSync(at('spare', 'data.json'), '[]');
    const files = openSiteFiles(at('next'), from);
    files.put('data.json', '{}');
    files.complete();
    expect(readFileSync(at('next', 'data.json'), 'utf8')).toBe('{}');
  });

  it('are written anew where only the site before the last had them so', () => {
    const files = openSiteFiles(at('next'), sites());
    expect(files.take('only-spare/index.html', 'spare')).toBe(false);
  });

  it('are never a link that somebody has put there', () => {
    const from = sites();
    renameSync(at('spare', 'data.json'), at('elsewhere.json'));
    symlinkSync(at('elsewhere.json'), at('spare', 'data.json'));
    const files = openSiteFiles(at('next'), from);
    files.put('data.json', '{}');
    files.complete();
    expect(lstatSync(at('next', 'data.json')).isFile()).toBe(true);
  });
});
