import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedVault } from './linked-vault.ts';

test('every tag that a note can carry has a page at an address that can be served', () => {
  const name = fc.string({
    unit: fc.constantFrom('/', 'a', 'B', '1', '-', '_', '|', '🔥', '\u0301', '\u00ad'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 4 }), (names) => {
      const { graph } = linkedVault({
        'a.md': `---\ntags: ${JSON.stringify(names)}\n---\n${names.map((tag) => `#${tag} `).join('')}\n`,
      });
      const urls = graph.ofKind('tag').map(({ url }) => url);
      expect(urls.filter((url) => !/^\/tags(?:\/[^/\s]+)+\/$/.test(url))).toEqual([]);
      expect(new Set(urls.map((url) => url.toLowerCase())).size).toBe(urls.length);
    }),
  );
});
