import path from 'node:path';
import { expect, test } from 'vitest';
import { digestOfRequest } from '../../../src/site/build-request.ts';
import { publicAddress } from '../../../src/site/hosting/public-address.ts';
import type { AddressWish } from '../../../src/site/hosting/public-address.ts';
import { readSources } from '../../../src/vault/index.ts';

const sources = readSources(path.resolve('content'));
const digestOf = (wish: AddressWish): string => digestOfRequest(sources, { address: publicAddress(wish) });

test('every flag that changes the site changes the digest of what is asked for', () => {
  const wishes: readonly AddressWish[] = [
    {},
    { base: '/sub/' },
    { site: 'https://a.example' },
    { site: 'https://b.example' },
    { site: 'https://a.example/sub/' },
    { isRelative: true },
  ];
  expect(new Set(wishes.map(digestOf)).size).toBe(wishes.length);
});

test.each<readonly [AddressWish, AddressWish]>([
  [{ base: 'sub' }, { base: '/sub/' }],
  [{ base: '/' }, {}],
  [{ site: 'https://a.example', base: '/sub' }, { site: 'https://a.example/sub/' }],
])('%j and %j ask for the same', (one, other) => {
  expect(digestOf(one)).toBe(digestOf(other));
});
