import { describe, expect, it } from 'vitest';
import { linkedVault } from './linked-vault.ts';

describe('a link to a heading that a note does not have', () => {
  it.each([
    ['B#Detectoin', '# Detection', 'did you mean “Detection”?'],
    // As Obsidian completes it: a link cannot name these signs.
    ['B#C# and code', '# C# and code', 'did you mean “C and code”?'],
  ])('%s', (link, heading, hint) => {
    const { diagnostics } = linkedVault({ 'A.md': `[[${link}]]`, 'B.md': heading });
    const found = diagnostics.filter(({ code }) => code === 'links/broken-anchor');
    expect(found.map((one) => one.hint)).toEqual([hint]);
  });
});
