import { expect, test } from 'vitest';
import { editAddress } from '../../../src/site/edit-address.ts';
import { vaultPath } from '../../../src/source/index.ts';

test.each([
  [
    'https://git.example/edit/main/{path}',
    'Use Cases/T1003 - A.md',
    'https://git.example/edit/main/Use%20Cases/T1003%20-%20A.md',
  ],
  ['https://git.example/e?file={path}&x=1', 'a&b#c?.md', 'https://git.example/e?file=a%26b%23c%3F.md&x=1'],
  ['https://git.example/{path}/of/{path}', "$&'é.md", "https://git.example/%24%26'%C3%A9.md/of/%24%26'%C3%A9.md"],
])('%s of %s is %s', (pattern, path, expected) => {
  expect(editAddress(pattern, vaultPath(path))).toBe(expected);
});
