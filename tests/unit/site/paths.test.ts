import { expect, it } from 'vitest';
import { addressUnder, normaliseBase } from '../../../src/site/paths.ts';

it.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['sub', '/sub/'],
  ['/sub', '/sub/'],
  ['/a//b/', '/a/b/'],
])('normaliseBase(%j) is %s', (base, expected) => {
  expect(normaliseBase(base)).toBe(expected);
});

it.each([
  ['https://example.org', '/coverage/', 'https://example.org/coverage/'],
  ['https://example.org/sub', '/techniques/T1003.001/', 'https://example.org/sub/techniques/T1003.001/'],
  ['https://example.org/sub/', '/tags/größe/', 'https://example.org/sub/tags/gr%C3%B6%C3%9Fe/'],
  ['https://example.org/sub/', '/', 'https://example.org/sub/'],
])('under %s the page %s stands at %s', (site, url, address) => {
  expect(addressUnder(site)(url)).toBe(address);
});
