import { expect, it, test } from 'vitest';
import { AddressError, publicAddress, relativeMark, servedBase } from '../../../../src/site/hosting/public-address.ts';

test.each([
  [{}, '/', undefined],
  [{ base: '' }, '/', undefined],
  [{ base: '/' }, '/', undefined],
  [{ base: 'sub' }, '/sub/', undefined],
  [{ base: '/sub' }, '/sub/', undefined],
  [{ base: 'sub/' }, '/sub/', undefined],
  [{ base: '/a//b/' }, '/a/b/', undefined],
  [{ base: '/~team/Use-Cases_2.0/a/b/c/' }, '/~team/Use-Cases_2.0/a/b/c/', undefined],
  [{ site: 'https://example.org' }, '/', 'https://example.org/'],
  [{ site: 'HTTPS://Example.org:8443/' }, '/', 'https://example.org:8443/'],
  [{ site: 'https://example.org', base: '/sub/' }, '/sub/', 'https://example.org/sub/'],
  [{ site: 'https://example.org/sub' }, '/sub/', 'https://example.org/sub/'],
  [{ site: 'https://example.org/sub/', base: 'sub' }, '/sub/', 'https://example.org/sub/'],
  [{ site: 'http://10.0.0.7/' }, '/', 'http://10.0.0.7/'],
])('%j is %s, %s', (given, base, home) => {
  expect(publicAddress(given)).toEqual({ base, home, isRelative: false });
});

test.each([
  [{ base: 'https://example.org/sub/' }, /--base .* host is for --site/],
  [{ base: 'C:/Program Files/Git/sub/' }, /--base needs a path/],
  [{ base: '/a b/' }, /“\/a b\/”/],
  [{ site: 'https://example.org/größe/' }, /path of --site .*“https:\/\/example\.org\/größe\/”/],
  [{ base: '/a%20b/' }, /--base/],
  [{ base: '/../up/' }, /--base/],
  [{ base: '/./' }, /--base/],
  [{ base: '/sub?x' }, /--base/],
  [{ base: '/sub#x' }, /--base/],
  [{ base: '\\sub\\' }, /--base/],
  [{ base: '/größe/' }, /--base/],
  [{ base: '/"><script>/' }, /--base/],
  [{ site: 'example.org' }, /--site needs an address/],
  [{ site: '/sub/' }, /--site/],
  [{ site: 'ftp://example.org' }, /--site/],
  [{ site: 'file:///srv/site' }, /--site/],
  [{ site: 'https://me:secret@example.org' }, /--site/],
  [{ site: 'https://example.org/?x' }, /--site/],
  [{ base: '/sub/', isRelative: true }, /leave out --base/],
  [{ site: 'https://example.org/', isRelative: true }, /leave out --site/],
  [{ site: 'https://example.org/a/', base: '/b/' }, /\/a\/ and --base is \/b\//],
])('%j is refused', (given, message) => {
  expect(() => publicAddress(given)).toThrow(AddressError);
  expect(() => publicAddress(given)).toThrow(message);
});

it('gives a base that is a base of its own', () => {
  const { base } = publicAddress({ base: 'a/b' });
  expect(publicAddress({ base }).base).toBe(base);
});

it('keeps the place of the base of a site that can be anywhere', () => {
  const address = publicAddress({ isRelative: true });
  expect(address).toEqual({ base: relativeMark, home: undefined, isRelative: true });
  expect(servedBase(address)).toBe('/');
});
