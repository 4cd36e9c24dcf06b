import { describe, expect, it } from 'vitest';
import {
  addressUnder,
  componentAddress,
  createAddressBook,
  logSourceAddress,
  pageAddress,
  tagAddress,
} from '../../../src/graph/addresses.ts';
import { vaultPath } from '../../../src/source/index.ts';

describe('addresses', () => {
  it.each([
    [pageAddress(vaultPath('Detection Rules.md')), '/detection-rules/'],
    [pageAddress(vaultPath('A & B/Über Ζ.md')), '/a-b/über-ζ/'],
    [pageAddress(vaultPath('!!!.md')), '/note/'],
    [pageAddress(vaultPath('Files/a.b.md')), '/files-notes/a-b/'],
    [tagAddress('a/b_c'), '/tags/a/b_c/'],
    [tagAddress('a\uD800b/c\0d'), '/tags/a-b/c-d/'],
    [
      componentAddress({ source: 'Windows Registry', component: 'Windows Registry Key Access' }),
      '/data-sources/windows-registry/windows-registry-key-access/',
    ],
    [
      logSourceAddress({ product: 'windows', category: 'process_creation', service: undefined }),
      '/log-sources/windows/process_creation/',
    ],
    [logSourceAddress({ product: undefined, category: 'proxy', service: undefined }), '/log-sources/any/proxy/'],
    [logSourceAddress({ product: 'windows', category: 'a', service: 'b' }), '/log-sources/windows/a-b/'],
    [logSourceAddress({ product: 'qualys', category: undefined, service: undefined }), '/log-sources/qualys/any/'],
  ])('%s is %s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});

describe('createAddressBook', () => {
  it('numbers those that want one address on, and leaves out what is taken', () => {
    const book = createAddressBook();
    book.claim('/a-3/', 'x.md');
    const urls = ['/a/', '/a/', '/A/', '/a/', '/a-2/'].map((wanted, index) => book.claim(wanted, `${index}.md`).url);
    expect(urls).toEqual(['/a/', '/a-2/', '/A-4/', '/a-5/', '/a-2-2/']);
  });

  it('gives an address once, whatever its letter case, and says who has it', () => {
    const book = createAddressBook();
    expect(book.claim('/techniques/T1003/', 'a.md')).toEqual({ url: '/techniques/T1003/', keeper: undefined });
    expect(book.claim('/techniques/t1003/', 'b.md')).toEqual({ url: '/techniques/t1003-2/', keeper: 'a.md' });
    expect(book.claim('/techniques/T1003/', 'c.md')).toEqual({ url: '/techniques/T1003-3/', keeper: 'a.md' });
  });

  it('keeps the addresses of the site itself', () => {
    expect(createAddressBook().claim('/search/', 'Search.md').url).toBe('/search-2/');
  });
});

it.each([
  ['https://example.org', '/coverage/', 'https://example.org/coverage/'],
  ['https://example.org/sub', '/techniques/T1003.001/', 'https://example.org/sub/techniques/T1003.001/'],
  ['https://example.org/sub/', '/tags/größe/', 'https://example.org/sub/tags/gr%C3%B6%C3%9Fe/'],
  ['https://example.org/sub/', '/', 'https://example.org/sub/'],
])('under %s the page %s stands at %s', (site, url, address) => {
  expect(addressUnder(site)(url)).toBe(address);
});

describe('what is too long for a file system', () => {
  it.each([
    pageAddress(vaultPath(`${'ﷺ'.repeat(80)}.md`)),
    pageAddress(vaultPath(`${Array.from({ length: 40 }, () => 'd'.repeat(100)).join('/')}/Note.md`)),
    tagAddress('語'.repeat(250)),
    componentAddress({ source: 's'.repeat(5_000), component: 'c'.repeat(5_000) }),
    logSourceAddress({ product: 'p'.repeat(5_000), category: 'c'.repeat(5_000), service: undefined }),
  ])('is cut: %s', (address) => {
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(1_600);
    for (const part of address.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(180);
    expect(address).toMatch(/-[0-9a-f]{8}\/$/);
    expect(address).toBe(address.toWellFormed());
  });

  it('stays apart from what begins alike', () => {
    expect(tagAddress(`${'a'.repeat(240)}b`)).not.toBe(tagAddress(`${'a'.repeat(240)}c`));
  });
});
