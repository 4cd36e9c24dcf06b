import { expect, test } from 'vitest';
import { isOnDisk, pageAddress } from '../../../src/site/client/site-address.ts';

test.each([
  ['/', '/rules/x/', false, '/rules/x/'],
  ['/sub/', '/', false, '/sub/'],
  ['../../', '/tests/T1/#guid', false, '../../tests/T1/#guid'],
  ['../', '/rules/x/', true, '../rules/x/index.html'],
  ['./', '/', true, './index.html'],
  ['../', '/tests/T1/#a/b', true, '../tests/T1/index.html#a/b'],
  ['../', '/search/?q=a/', true, '../search/index.html?q=a/'],
  ['../', '/rules/x.yml', true, '../rules/x.yml'],
])('from %j, the address of %j is (on a disk: %j) %j', (base, url, onDisk, expected) => {
  expect(pageAddress(base, url, onDisk)).toBe(expected);
});

test('only a page that was opened from a disk is on one', () => {
  expect(isOnDisk({ protocol: 'file:' })).toBe(true);
  expect(isOnDisk({ protocol: 'https:' })).toBe(false);
});
